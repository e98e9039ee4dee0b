import { controls, icon, language, languages, Localised, type Language } from '@signet/elements';
import { css, html } from 'lit';
import { chooseLanguage } from '../state/language.ts';
import { texts } from '../texts/index.ts';

/** Each in its own words, for who does not read the language of now. */
const names: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  nl: 'Nederlands',
  fr: 'Français',
};

/** The choice of the page's language. */
export class LanguageChoice extends Localised {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      .choice {
        display: inline-flex;
        position: relative;
        align-items: center;
      }
      .choice svg {
        position: absolute;
        inset-inline-start: 0.5rem;
        color: var(--signet-text-muted);
        pointer-events: none;
      }
      select {
        width: auto;
        field-sizing: content;
        padding-inline-start: 2rem;
        border-color: transparent;
        background: transparent;
        cursor: pointer;
      }
      select:hover {
        background: var(--signet-surface-sunken);
      }
    `,
  ];

  protected override render() {
    return html`<span class="choice"
      >${icon('globe')}<select
        data-testid="language"
        aria-label=${texts.language}
        .value=${language()}
        @change=${(event: Event) => chooseLanguage((event.target as HTMLSelectElement).value)}
      >
        ${languages.map(
          (one) =>
            html`<option value=${one} lang=${one} ?selected=${one === language()}>
              ${names[one]}
            </option>`,
        )}
      </select></span
    >`;
  }
}
