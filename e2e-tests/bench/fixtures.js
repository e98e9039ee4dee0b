// What the contestants are given: small things in the fixtures themselves, mails as files beside them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chains } from './chains.js';
import { encrypted, encryptedEntity, entity, mail, signature, signatureBeside, signedEntity } from './mails.js';
import { inParallel } from './openssl.js';
import { others, person, pkcs12, portrait } from './people.js';
import { MOST_RECIPIENTS, SIZES } from './plan.js';

/** How many different mails are verified in turn at 2 KB, so that none is known from the round before. */
const DIFFERENT = 20;

/** Makes fixtures in a folder; what several tasks need is made once. */
export class Fixtures {
  #scratch;
  #folder;
  #people = new Map();
  #contents = new Map();
  #others;
  #files = 0;

  /** @param folder what the page finds under `/fixtures/` */
  constructor(scratch, folder) {
    this.#scratch = scratch;
    this.#folder = folder;
  }

  /** What a task's module in the page is given for a variant. */
  async of(task, variant) {
    const made = await this[task](variant);
    return { ...made, rounds: variant.rounds, warmup: variant.warmup };
  }

  async chain({ algorithm, rounds, warmup }) {
    return chains(this.#scratch, `chain-${algorithm}`, algorithm, rounds + warmup);
  }

  async p12({ protection }) {
    const alice = this.person('RSA-2048');
    const p12 = protection === null ? null : pkcs12(alice.folder, 'measured.p12', ...protection).toString('base64');
    return { person: portrait(alice), p12 };
  }

  async sign({ algorithm, size }) {
    return { person: portrait(this.person(algorithm)), content: this.content(size) };
  }

  async verify({ algorithm, size }) {
    const mails = algorithm === 'Ed25519' ? null : await this.signedMails(algorithm, size, size === '2 KB' ? DIFFERENT : 1);
    return { person: portrait(this.person(algorithm)), mails, content: this.content(size) };
  }

  async list({ algorithm, size, count }) {
    return { person: portrait(this.person(algorithm)), mails: await this.signedMails(algorithm, size, count) };
  }

  async encrypt({ algorithm, cipher, size }) {
    return { person: portrait(this.person(algorithm)), content: this.content(size), cipher };
  }

  async recipients({ count, ...variant }) {
    this.#others ??= await others(this.person(variant.algorithm), MOST_RECIPIENTS - 1);
    return { ...(await this.encrypt(variant)), others: this.#others.slice(0, count - 1) };
  }

  async decrypt({ algorithm, cipher, size }) {
    const content = entity(SIZES[size]);
    return { ...this.#encryptedMails(algorithm, cipher, content), content: this.#file('content', content), signed: false };
  }

  async both({ algorithm, cipher, size }) {
    const content = entity(SIZES[size]);
    const { folder } = this.person(algorithm);
    writeFileSync(join(folder, 'content'), content);
    const signed = signedEntity(content, signature({ folder }, 'content'));
    const bad = Buffer.from(signed);
    // A letter of the text at the start becomes another one.
    const at = bad.indexOf('the ', 200) + 1;
    bad[at] = 'H'.charCodeAt(0);
    const good = this.#encryptedMails(algorithm, cipher, signed);
    const { mail: badMail, oaep: badOaep } = this.#encryptedMails(algorithm, cipher, bad);
    return { ...good, bad: badMail, badOaep, content: this.#file('content', content), signed: true };
  }

  memory(variant) {
    return this.both(variant);
  }

  /** A mail for the page that loads: small, signed, with its chain. */
  async load() {
    const [mail] = await this.signedMails('RSA-2048', '2 KB', 1);
    return { person: portrait(this.person('RSA-2048')), mail };
  }

  person(algorithm) {
    if (!this.#people.has(algorithm)) this.#people.set(algorithm, person(this.#scratch, algorithm));
    return this.#people.get(algorithm);
  }

  content(size) {
    if (!this.#contents.has(size)) this.#contents.set(size, this.#file('content', entity(SIZES[size])));
    return this.#contents.get(size);
  }

  async signedMails(algorithm, size, count) {
    const alice = this.person(algorithm);
    const numbers = Array.from({ length: count }, (_, i) => i);
    const names = [];
    await inParallel(numbers, async (i) => {
      const content = entity(SIZES[size]);
      // The number of the mail stands in it, so that each is another one.
      content.write(String(i).padStart(6, '0'), content.length - 8, 'latin1');
      writeFileSync(join(alice.folder, `signed${i}`), content);
      names[i] = this.#file('signed', mail(signedEntity(content, await signatureBeside(alice, `signed${i}`))));
    });
    return names;
  }

  #encryptedMails(algorithm, cipher, content) {
    const alice = this.person(algorithm);
    const made = (oaep) => this.#file('encrypted', mail(encryptedEntity(encrypted(alice, content, cipher, oaep), cipher)));
    return { person: portrait(alice), mail: made(false), oaep: algorithm.startsWith('RSA') ? made(true) : null };
  }

  #file(kind, content) {
    const name = `${kind}${this.#files++}`;
    writeFileSync(join(this.#folder, name), content);
    return name;
  }
}
