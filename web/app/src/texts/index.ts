import { language, onLanguage, type Language } from '@signet/elements';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { nl } from './nl/index.ts';

/** Every text of the WebApp. */
export type Texts = typeof en;

/** Every text in every language, for who compares them. */
export const translations: Readonly<Record<Language, Texts>> = { en, de, nl, fr };

/** The texts in the language of now: a live binding, to be read when drawing and never kept. */
export let texts: Texts = translations[language()];

onLanguage(() => {
  texts = translations[language()];
});
