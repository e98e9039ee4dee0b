// What is measured, in which variants, how often, and under which title. A round is every contestant once.

const KB = 2 ** 10;
const MB = 2 ** 20;
export const SIZES = { '2 KB': 2 * KB, '1 MB': MB, '25 MB': 25 * MB };

/** Rounds, after those that warm up, by what a round costs. */
const SHORT = { rounds: 40, warmup: 200 };
const MIDDLE = { rounds: 15, warmup: 3 };
const LONG = { rounds: 5, warmup: 1 };
const BY_SIZE = { '2 KB': SHORT, '1 MB': MIDDLE, '25 MB': LONG };

const signing = [
  ['RSA-2048', '2 KB'],
  ['RSA-4096', '2 KB'],
  ['P-256', '2 KB'],
  ['Ed25519', '2 KB'],
  ['RSA-2048', '1 MB'],
  ['RSA-2048', '25 MB'],
].map(([algorithm, size]) => ({ algorithm, size, name: `${algorithm}, ${size}`, ...BY_SIZE[size] }));

const encrypting = [
  ['RSA-2048', 'aes-256-cbc', '2 KB'],
  ['RSA-4096', 'aes-256-cbc', '2 KB'],
  ['P-256', 'aes-256-cbc', '2 KB'],
  ['RSA-2048', 'aes-256-gcm', '2 KB'],
  ['RSA-2048', 'aes-256-cbc', '1 MB'],
  ['RSA-2048', 'aes-256-gcm', '1 MB'],
  ['RSA-2048', 'aes-256-cbc', '25 MB'],
  ['RSA-2048', 'aes-256-gcm', '25 MB'],
].map(([algorithm, cipher, size]) => ({
  algorithm,
  cipher,
  size,
  name: `${algorithm}, ${cipher.toUpperCase()}, ${size}`,
  ...BY_SIZE[size],
}));

const RECIPIENTS = [1, 2, 5, 10, 20, 50];
export const MOST_RECIPIENTS = Math.max(...RECIPIENTS);

/** By the name of the module in `page` that does it; `load` and `memory` have pages of their own. */
export const TASKS = {
  load: { variants: [{ name: 'from the navigation to the first verified mail', rounds: 8, warmup: 0 }] },
  p12: {
    variants: [
      { name: 'RC2 and 3DES, MAC with SHA-1, 2,048 rounds', protection: ['-legacy'], ...MIDDLE },
      { name: 'PBES2 with AES-256, 2,048 rounds', protection: [], ...MIDDLE },
      { name: 'PBES2 and PKCS #12 MAC, 600,000 rounds', protection: ['-iter', '600000'], rounds: 8, warmup: 1 },
      { name: 'PBES2 and PBMAC1, 600,000 rounds', protection: null, rounds: 15, warmup: 1 },
    ],
  },
  sign: { variants: signing },
  verify: { variants: signing },
  list: { variants: [{ name: '200 mails', algorithm: 'RSA-2048', size: '2 KB', count: 200, rounds: 8, warmup: 1 }] },
  encrypt: { variants: encrypting },
  recipients: {
    variants: RECIPIENTS.map((count) => ({
      algorithm: 'RSA-2048',
      cipher: 'aes-256-cbc',
      size: '2 KB',
      count,
      name: count === 1 ? '1 recipient' : `${count} recipients`,
      rounds: 20,
      warmup: 5,
    })),
  },
  decrypt: { variants: encrypting },
  both: { variants: encrypting },
  memory: {
    variants: [{ name: '25 MB', algorithm: 'RSA-2048', cipher: 'aes-256-cbc', size: '25 MB', rounds: 3, warmup: 0 }],
  },
  chain: {
    variants: ['RSA-2048', 'P-256'].map((algorithm) => ({ name: algorithm, algorithm, rounds: 100, warmup: 20 })),
  },
};

/** The plan for the tasks that are named, or all, and the variants that fit; nothing is done more often than `most`. */
export function planned({ only, variants = '', most = Infinity }) {
  const names = only ?? Object.keys(TASKS);
  const unknown = names.find((name) => !(name in TASKS));
  if (unknown !== undefined) throw new Error(`no task ${unknown}; there are ${Object.keys(TASKS).join(', ')}`);
  return Object.fromEntries(
    names.map((name) => [
      name,
      TASKS[name].variants
        .filter((each) => new RegExp(variants).test(each.name))
        .map((each) => ({
          ...each,
          rounds: Math.min(each.rounds, most),
          warmup: Math.min(each.warmup, most),
        })),
    ]),
  );
}
