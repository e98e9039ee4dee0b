import type { EngineOptions, Policy } from '../contract.ts';
import type { Settings } from '../host/border.ts';
import { type Language, languages } from '../texts/index.ts';
import { address, choice, flag, number, octetsList, optionsOf } from './arguments.ts';
import { type AskResponder, wayToResponders } from './responders.ts';

export const CONTENT_CIPHERS: readonly Policy['contentCipher'][] = [
  'auto',
  'aes-256-gcm',
  'aes-128-gcm',
  'aes-256-cbc',
  'aes-128-cbc',
];
export const DIGESTS: readonly Policy['digest'][] = ['sha-256', 'sha-384', 'sha-512'];

/** Options of an engine, judged once. */
export interface Configuration {
  /** Folder of the engine's files, with a slash at its end. */
  assets: URL;
  settings: Settings;
  preferModule: boolean;
  unlockMinutes: number;
  /** Of what reports say to a person. */
  language: Language;
  /** Null where there is no way to responders. */
  askResponder: AskResponder | null;
}

/** @throws Failure for options that are wrong in type or not supported */
export function configurationOf(given: EngineOptions | undefined): Configuration {
  const options = optionsOf('options', given);
  const policy = optionsOf('policy', options.policy);
  const newPassphrase = choice('policy.newPassphrase', policy.newPassphrase, ['ascii', 'unicode']);
  return {
    assets: folderOf(options.assets),
    preferModule: flag('preferModule', options.preferModule),
    unlockMinutes: number('policy.unlockMinutes', policy.unlockMinutes, 0, 5),
    language: choice('language', options.language, languages) ?? 'en',
    askResponder: wayToResponders(options.ocsp),
    settings: {
      trustAnchors: octetsList('trustAnchors', options.trustAnchors ?? [])(),
      // Only an explicit `false`: nothing that is missing makes a verdict green.
      revocationOff: options.ocsp === false,
      contentCipher:
        choice('policy.contentCipher', policy.contentCipher, CONTENT_CIPHERS) ?? 'auto',
      digest: choice('policy.digest', policy.digest, DIGESTS) ?? 'sha-256',
      asciiPassphrases: newPassphrase !== 'unicode',
      minimumRsaBits: number('policy.minimumRsaBits', policy.minimumRsaBits, 0, 2048),
    },
  };
}

function folderOf(assets: unknown): URL {
  if (assets === undefined) return new URL('.', import.meta.url);
  const folder = address('assets', assets);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  return folder;
}
