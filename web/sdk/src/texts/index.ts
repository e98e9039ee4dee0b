/**
 * What the engine's codes say to a person. The engine itself knows no language: it names sentences
 * by their keys. A host page that shows codes in words of its own language takes them from here.
 */
import deTexts from './de.json' with { type: 'json' };
import enTexts from './en.json' with { type: 'json' };
import frTexts from './fr.json' with { type: 'json' };
import nlTexts from './nl.json' with { type: 'json' };

export type Language = 'en' | 'de' | 'nl' | 'fr';
export type TextKey = keyof typeof enTexts;

const de: Record<TextKey, string> = deTexts;
const nl: Record<TextKey, string> = nlTexts;
const fr: Record<TextKey, string> = frTexts;
const en: Record<keyof typeof deTexts, string> = enTexts;

/** Every sentence of each language, with its placeholders. */
export const texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  en,
  de,
  nl,
  fr,
};
export const languages = Object.keys(texts) as Language[];

/** What a sentence speaks of. Both come from the message, so from anybody. */
export interface TextArguments {
  address?: string | null;
  detail?: string | null;
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

/**
 * A sentence. The address stands in a first-strong isolate, the detail in brackets: neither can turn
 * the text around it (UAX #9), nor break its line.
 */
export function render(language: Language, key: TextKey, args: TextArguments = {}): string {
  return texts[language][key].replace(/\{(address|detail)\}/g, (_, name: string) =>
    name === 'address' ? isolated(args.address ?? '') : bracketed(args.detail ?? ''),
  );
}

/** Several sentences, as one text. */
export function renderAll(
  language: Language,
  sentences: readonly ({ key: TextKey } & TextArguments)[],
): string {
  return sentences.map((sentence) => render(language, sentence.key, sentence)).join(' ');
}

const bracketed = (detail: string): string => (detail === '' ? '' : ` (${isolated(detail)})`);

const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const isolated = (foreign: string): string => `\u2068${foreign.replace(UNSAFE, '\ufffd')}\u2069`;
