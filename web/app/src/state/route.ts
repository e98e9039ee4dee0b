import { Observable } from './observable.ts';

export type Page = 'mail' | 'compose' | 'settings';

/** The page that the address names after its `#/`. */
export class Route extends Observable {
  constructor() {
    super();
    window.addEventListener('hashchange', () => this.changed());
  }

  get page(): Page {
    switch (window.location.hash) {
      case '#/compose':
        return 'compose';
      case '#/settings':
        return 'settings';
      default:
        return 'mail';
    }
  }

  go(page: Page): void {
    window.location.hash = `#/${page}`;
  }
}
