/** What the tests of both packages with texts ask of their translations. */
import { describe, expect, it } from 'vitest';

type Written = 'en' | 'de' | 'nl' | 'fr';
type Filled = (...values: unknown[]) => unknown;

/** Something to fill a text with, that a text which joins and a text which inserts both take. */
const marks = [['⟦0⟧'], ['⟦1⟧'], ['⟦2⟧']];

/** All that a text can say, by the path of its name. A text that is filled is filled with marks, and with one and two. */
function spoken(texts: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, text] of Object.entries(texts) as [string, unknown][]) {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof text === 'string') found.set(at, text);
    else if (typeof text === 'function') {
      for (const [how, said] of filled(text as Filled)) found.set(`${at}(${how})`, said);
    } else if (typeof text === 'object' && text !== null) {
      for (const [inner, said] of spoken(text, at)) found.set(inner, said);
    }
  }
  return found;
}

function* filled(text: Filled): Iterable<[string, string]> {
  const arity = text.length;
  const ways: [string, unknown[]][] = [
    [`${arity} marks`, marks.slice(0, arity)],
    ['1', Array.from({ length: arity }, () => 1)],
    ['2', Array.from({ length: arity }, () => 2)],
  ];
  for (const [how, values] of ways) {
    try {
      const said = text(...values);
      if (typeof said === 'string') yield [how, said];
    } catch {
      // Not a kind of value that this text takes; then it must take another, and none in any language.
    }
  }
}

const inserted = (text: string): string[] => [...new Set(text.match(/⟦\d⟧/g))].toSorted();

/** What no text of a language may hold: the typography of another, or of a typewriter. */
const faults: Record<Written, readonly RegExp[]> = {
  en: [/["„«»]/, /\w'\w/, / [;:!?]/],
  de: [/["”«»]/, /\w'\w/, / [;:!?]/],
  nl: [/["„«»]/, /\w'\w/, / [;:!?]/],
  // A thin no-break space stands before the high signs and within the quotation marks.
  fr: [
    /["„“”]/,
    /[\wéè]'[\wéè]/,
    / [;:!?»]/,
    /[\p{L})⟧][;!?»]/u,
    /[\p{L})⟧]:(\s|$)/u,
    /«(?!\u202f)/,
  ],
};

/**
 * @param same texts that are the same in English and in a language named for them, by their paths
 * @param unusual texts that show signs of punctuation as signs, and so are not judged by their typography
 */
export function describeTranslations(
  translations: Readonly<Record<Written, object>>,
  { same, unusual = [] }: { same: Partial<Record<string, readonly Written[]>>; unusual?: string[] },
): void {
  const english = spoken(translations.en);

  for (const language of ['de', 'nl', 'fr'] as const) {
    const said = spoken(translations[language]);

    describe(`The texts in ${language}`, () => {
      it('are those that there are in English', () => {
        expect([...said.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      });

      it('say all that the English ones say', () => {
        for (const [path, text] of said)
          expect(inserted(text), path).toEqual(inserted(english.get(path) ?? ''));
      });

      it('are none of them English', () => {
        const alike = [...said].filter(([path, text]) => text !== '' && text === english.get(path));
        const left = alike.filter(([path]) => !same[path.replace(/\(.*/, '')]?.includes(language));
        expect(left, 'English, and not listed as the same in test/translations.test.ts').toEqual(
          [],
        );
      });
    });
  }

  for (const language of ['en', 'de', 'nl', 'fr'] as const) {
    it(`are set as ${language} is`, () => {
      for (const [path, text] of spoken(translations[language])) {
        expect(text, path).toBe(text.trim());
        expect(text, path).not.toMatch(/undefined|\[object|\.\.\.|⟦\d⟧⟦/);
        if (unusual.includes(path)) continue;
        for (const fault of faults[language]) expect(text, path).not.toMatch(fault);
      }
    });
  }
}
