import { fittingLanguage, language, languages, onLanguage, setLanguage } from '@signet/elements';

const place = 'signet-language';

/** Speaks the language that was chosen before in this browser, else the one that it wishes. */
export function beginLanguage(): void {
  onLanguage(apply);
  const kept = languages.find((one) => one === read());
  setLanguage(kept ?? fittingLanguage(navigator.languages));
  apply();
}

/** Switches the language of the whole page, and keeps the choice for this browser. */
export function chooseLanguage(code: string): void {
  const chosen = languages.find((one) => one === code);
  if (chosen === undefined) return;
  try {
    localStorage.setItem(place, chosen);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  setLanguage(chosen);
}

function apply(): void {
  document.documentElement.lang = language();
}

function read(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
