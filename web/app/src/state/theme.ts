import { Observable } from './observable.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';

const order: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const place = 'signet-theme';

/** Light or dark: as the system, until the user chooses. */
export class Theme extends Observable {
  private choice: ThemeChoice;

  constructor() {
    super();
    const kept = read();
    this.choice = order.find((one) => one === kept) ?? 'auto';
    this.apply();
  }

  get current(): ThemeChoice {
    return this.choice;
  }

  next(): void {
    this.choice = order[(order.indexOf(this.choice) + 1) % order.length] ?? 'auto';
    try {
      localStorage.setItem(place, this.choice);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    this.apply();
    this.changed();
  }

  private apply(): void {
    const root = document.documentElement;
    if (this.choice === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = this.choice;
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
