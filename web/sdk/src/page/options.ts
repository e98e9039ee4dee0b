import type { CheckOptions, EncryptOptions, Key, OpenOptions, SignOptions } from '../contract.ts';
import type { Judging } from '../host/border.ts';
import type { Arguments } from '../protocol.ts';
import {
  choice,
  flag,
  instant,
  octets,
  octetsList,
  optionsOf,
  type Source,
  textList,
} from './arguments.ts';
import { badArgument, unsupportedOption } from './failure.ts';
import { moduleIdOf } from './handles.ts';
import { CONTENT_CIPHERS, DIGESTS } from './settings.ts';

type Checking = Omit<Arguments<'checkCertificate'>, 'certificate'>;
type Policies = Omit<Checking, keyof Judging | 'purpose'>;
type Opening = Omit<Arguments<'open'>, 'message'>;
const PURPOSES: readonly NonNullable<CheckOptions['purpose']>[] = ['emailProtection', 'any'];
const PADDINGS: readonly NonNullable<SignOptions['padding']>[] = ['pkcs1', 'pss'];

type Signing = Omit<Arguments<'sign'>, 'message'>;
type Encrypting = Omit<Arguments<'encrypt'>, 'message' | 'at'>;

/** What a verdict is built on: the instant, certificates, and what says whether they are revoked. */
function judgeArguments(options: OpenOptions): () => Judging {
  const at = instant('at', options.at);
  const intermediates = octetsList('intermediates', options.intermediates ?? []);
  const anchors =
    options.trustAnchors === undefined
      ? () => null
      : octetsList('trustAnchors', options.trustAnchors);
  const crls = octetsList('crls', options.crls ?? []);
  const ocspResponses = octetsList('ocspResponses', options.ocspResponses ?? []);
  return () => ({
    at,
    intermediates: intermediates(),
    trustAnchors: anchors(),
    crls: crls(),
    ocspResponses: ocspResponses(),
  });
}

/** The same, and what is asked of the certificate. */
export function checkArguments(options: CheckOptions): () => Checking {
  const judge = judgeArguments(options);
  const purpose = choice('purpose', options.purpose, PURPOSES) ?? 'emailProtection';
  const policies = policyArguments(options.policies);
  return () => ({ ...judge(), purpose, ...policies });
}

function policyArguments(given: CheckOptions['policies']): Policies {
  const { initial, requireExplicit, inhibitMapping, inhibitAny, ...others } = optionsOf(
    'policies',
    given,
  );
  // A slip of the pen would leave a condition out: what is not known is refused, not ignored.
  for (const name of Object.keys(others)) throw unsupportedOption(`policies.${name}`);
  return {
    policies: oidList('policies.initial', initial ?? []),
    requireExplicitPolicy: flag('policies.requireExplicit', requireExplicit),
    inhibitPolicyMapping: flag('policies.inhibitMapping', inhibitMapping),
    inhibitAnyPolicy: flag('policies.inhibitAny', inhibitAny),
  };
}

/** The same, and what opens a message besides the unlocked keys. */
export function openArguments(options: OpenOptions): () => Opening {
  const judge = judgeArguments(options);
  const held = octetsList('held', options.held ?? []);
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
    held: held(),
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
/** In its one spelling; the second arc is below 40 under the first two (X.660). */
const OID = /^(?:[01]\.[1-3]?\d|2\.(?:0|[1-9]\d*))(?:\.(?:0|[1-9]\d*))*$/;

function capabilityTable(given: unknown): Record<string, string[]> {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null) {
    throw badArgument('capabilities', 'an object');
  }
  const table: Record<string, string[]> = {};
  for (const [fingerprint, oids] of Object.entries(given) as [string, unknown][]) {
    const argument = `capabilities.${fingerprint}`;
    if (!FINGERPRINT.test(fingerprint)) throw badArgument(argument, 'under a SHA-256 fingerprint');
    table[fingerprint.toLowerCase()] = oidList(argument, oids);
  }
  return table;
}

function oidList(argument: string, value: unknown): string[] {
  if (!Array.isArray(value) || !value.every((oid) => typeof oid === 'string' && OID.test(oid))) {
    throw badArgument(argument, 'an array of OIDs');
  }
  return [...(value as string[])];
}

function requireOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw badArgument('options', 'an object');
}
