import { LitElement } from 'lit';
import { onLanguage } from './language.ts';

/** An element with texts: it draws anew when the language changes. */
export class Localised extends LitElement {
  private deaf: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.deaf = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.deaf?.();
    this.deaf = null;
  }
}
