import type { CheckOptions, EncryptOptions, Key, OpenOptions, SignOptions } from '../contract.ts';
import type { Arguments } from '../protocol.ts';
import { choice, instant, octets, octetsList, type Source, textList } from './arguments.ts';
import { badArgument, unsupportedOption } from './failure.ts';
import { moduleIdOf } from './handles.ts';
import { CONTENT_CIPHERS, DIGESTS } from './settings.ts';

type Judging = Omit<Arguments<'checkCertificate'>, 'certificate'>;
type Opening = Omit<Arguments<'open'>, 'message'>;
const PADDINGS: readonly NonNullable<SignOptions['padding']>[] = ['pkcs1', 'pss'];

type Signing = Omit<Arguments<'sign'>, 'message'>;
type Encrypting = Omit<Arguments<'encrypt'>, 'message' | 'at'>;

/** What a verdict is built on: the instant, and certificates. */
export function judgeArguments(options: OpenOptions): () => Judging {
  refuseUnlessEmpty('crls', options.crls);
  refuseUnlessEmpty('ocspResponses', options.ocspResponses);
  const at = instant('at', options.at);
  const intermediates = octetsList('intermediates', options.intermediates ?? []);
  const anchors =
    options.trustAnchors === undefined
      ? () => null
      : octetsList('trustAnchors', options.trustAnchors);
  return () => ({ at, intermediates: intermediates(), trustAnchors: anchors() });
}

/** The same, and what opens a message besides the unlocked keys. */
export function openArguments(options: OpenOptions): () => Opening {
  const judge = judgeArguments(options);
  const passwords = textList('passwords', options.passwords ?? []);
  const shared: unknown = options.keyEncryptionKeys ?? [];
  if (!Array.isArray(shared)) throw badArgument('keyEncryptionKeys', 'an array of objects');
  const sources = shared.map((item: unknown, index) => {
    const name = `keyEncryptionKeys[${index}]`;
    if (typeof item !== 'object' || item === null) throw badArgument(name, 'an object');
    const { identifier, key } = item as { identifier?: unknown; key?: unknown };
    return {
      identifier: octets(`${name}.identifier`, identifier),
      key: octets(`${name}.key`, key),
    };
  });
  return () => ({
    ...judge(),
    passwords,
    keyIdentifiers: sources.map(({ identifier }) => identifier()),
    keyEncryptionKeys: sources.map(({ key }) => key()),
  });
}

export function signArguments(options: SignOptions): Signing {
  requireOptions(options);
  return {
    key: moduleIdOf(options.key),
    form: choice('form', options.form, ['detached', 'opaque']) ?? 'detached',
    digest: choice('digest', options.digest, DIGESTS) ?? null,
    padding: choice('padding', options.padding, PADDINGS) ?? null,
    at: instant('at', options.at),
  };
}

export function encryptArguments(options: EncryptOptions): () => Encrypting {
  requireOptions(options);
  const recipients = octetsList('recipients', options.recipients);
  const hiddenRecipients = octetsList('hiddenRecipients', options.hiddenRecipients ?? []);
  const alsoFor = options.alsoFor === undefined ? () => null : certificateOf(options.alsoFor);
  const capabilities = capabilityTable(options.capabilities);
  const contentCipher = choice('contentCipher', options.contentCipher, CONTENT_CIPHERS) ?? null;
  return () => ({
    recipients: recipients(),
    hiddenRecipients: hiddenRecipients(),
    alsoFor: alsoFor(),
    capabilities,
    contentCipher,
  });
}

/** @throws Failure `refused-parameters`: one message cannot hide a recipient */
export function refuseHiddenRecipients(options: EncryptOptions): void {
  if ((options.hiddenRecipients ?? []).length > 0) {
    throw badArgument('hiddenRecipients', 'given to a call that makes several messages');
  }
}

/** Only the certificate of the key is needed, so the key may be locked. */
function certificateOf(key: unknown): Source {
  return octets('alsoFor', (key as Key | null)?.certificate?.der);
}

const FINGERPRINT = /^[0-9a-f]{64}$/i;
const OID = /^[0-2](?:\.\d+)+$/;

function capabilityTable(given: unknown): Record<string, string[]> {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null) {
    throw badArgument('capabilities', 'an object');
  }
  const table: Record<string, string[]> = {};
  for (const [fingerprint, oids] of Object.entries(given) as [string, unknown][]) {
    const argument = `capabilities.${fingerprint}`;
    if (!FINGERPRINT.test(fingerprint)) throw badArgument(argument, 'under a SHA-256 fingerprint');
    if (!Array.isArray(oids) || !oids.every((oid) => typeof oid === 'string' && OID.test(oid))) {
      throw badArgument(argument, 'an array of OIDs');
    }
    table[fingerprint.toLowerCase()] = [...(oids as string[])];
  }
  return table;
}

/**
 * What `checkCertificate` cannot do yet is refused by name: a report must not look as if it had been
 * taken into account.
 */
export function refusePolicies(options: CheckOptions): void {
  const purpose = choice('purpose', options.purpose, ['emailProtection', 'any']);
  if (purpose === 'any') throw unsupportedOption('purpose');
  for (const [name, value] of Object.entries(options.policies ?? {})) {
    if (value !== undefined && value !== false) throw unsupportedOption(`policies.${name}`);
  }
}

function refuseUnlessEmpty(option: string, value: unknown): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw badArgument(option, 'an array of Uint8Array');
  if (value.length > 0) throw unsupportedOption(option);
}

function requireOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw badArgument('options', 'an object');
}
