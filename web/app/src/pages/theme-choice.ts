import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html } from 'lit';
import { watch } from '../state/observable.ts';
import type { Theme } from '../state/theme.ts';
import { texts } from '../texts/index.ts';

const symbols: Record<Theme['current'], IconName> = {
  auto: 'contrast',
  light: 'sun',
  dark: 'moon',
};

/** The button for light and dark. */
export class ThemeChoice extends Localised {
  static override properties = { theme: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      button {
        padding-inline: 0.5rem;
      }
    `,
  ];

  declare theme: Theme;

  constructor() {
    super();
    watch(this, () => [this.theme]);
  }

  protected override render() {
    const { current } = this.theme;
    return html`<button
      class="quiet"
      type="button"
      data-testid="theme-toggle"
      data-theme=${current}
      aria-label=${texts.theme[current]}
      title=${texts.theme[current]}
      @click=${() => this.theme.next()}
    >
      ${icon(symbols[current])}
    </button>`;
  }
}
