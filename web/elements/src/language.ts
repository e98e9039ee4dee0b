/** The languages that elements speak. */
export const languages = ['en', 'de', 'nl', 'fr'] as const;
export type Language = (typeof languages)[number];

let chosen: Language = 'en';
const listeners = new Set<() => void>();

/** The language that elements speak now. */
export function language(): Language {
  return chosen;
}

/** The language among those spoken that fits the wishes best, such as `navigator.languages` (BCP 47); English without one. */
export function fittingLanguage(wishes: readonly string[]): Language {
  const primary = wishes.map((wish) => wish.split('-')[0]?.toLowerCase());
  const fits = primary.find((wish) => languages.some((one) => one === wish));
  return languages.find((one) => one === fits) ?? 'en';
}

/** Calls back after each change of the language, before elements draw. @returns what ends that */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has all elements speak another language, at once. */
export function setLanguage(next: Language): void {
  if (next === chosen) return;
  chosen = next;
  for (const listener of listeners) listener();
}
