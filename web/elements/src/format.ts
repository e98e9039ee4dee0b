import { language, onLanguage, type Language } from './language.ts';

// Where a language is spoken in several countries, the one whose dates nobody misreads.
const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', nl: 'nl-NL', fr: 'fr-FR' };

let locale = locales[language()];
let day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
let minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

onLanguage(() => {
  locale = locales[language()];
  day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
});

/** A day, in the local time zone. */
export function date(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '' : day.format(instant);
}

/** An instant to the minute, in the local time zone. */
export function dateAndTime(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? '' : minute.format(instant);
}

/** A whole number for a person. */
export function wholeNumber(count: number): string {
  return count.toLocaleString(locale, { maximumFractionDigits: 0 });
}

/** A time in whole minutes. */
export function minutes(count: number): string {
  return count.toLocaleString(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
}

/** A number of octets for a person, in decimal units. */
export function octets(count: number): string {
  const [unit, divisor] =
    count < 1000
      ? (['byte', 1] as const)
      : count < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const);
  const shown = count / divisor;
  return shown.toLocaleString(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: divisor > 1 && shown < 10 ? 1 : 0,
  });
}
