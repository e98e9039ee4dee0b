import {
  css,
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { icon } from '../icon.ts';
import { texts } from '../texts/index.ts';
import { passphraseInput } from './passphrase-input.ts';
import {
  forbiddenCharacter,
  preparedPassphrase,
  type ForbiddenCharacter,
  type PassphrasePolicy,
} from './passphrase-policy.ts';
import { strengthOf, type Strength } from './strength.ts';

export interface NewPassphraseOptions {
  readonly policy: PassphrasePolicy;
  /** Whether a password manager may keep it. */
  readonly remember: boolean;
  /** Words that are easily guessed here, such as the address. */
  readonly about: readonly string[];
  readonly readonly?: boolean;
}

/** For each shadow root that draws {@link NewPassphrase}. */
export const newPassphraseStyle = css`
  .strength {
    display: flex;
    align-items: center;
    gap: var(--signet-gap-2);
    min-height: 1.5rem;
    font-size: var(--signet-size-small);
  }
  .strength meter {
    width: 8rem;
    height: 0.75rem;
  }
  .fault {
    display: flex;
    gap: var(--signet-gap-1);
    color: var(--signet-red-text);
    font-size: var(--signet-size-small);
  }
`;

/**
 * The two fields of a new passphrase, in the form of the element that draws them: password managers know the fields of
 * one form only. While it is typed, it says what may not be in it and how strong it is.
 */
export class NewPassphrase implements ReactiveController {
  private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  private readonly options: () => NewPassphraseOptions;
  private forbidden: ForbiddenCharacter | null = null;
  private strength: Strength | null = null;
  private typed = false;
  private differs = false;
  private asked = 0;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    options: () => NewPassphraseOptions,
  ) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** The passphrase as it is to be used; null, and the focus is in the field that is wrong, where it cannot be. */
  take(): string | null {
    const [first, again] = [this.field('new-passphrase'), this.field('new-passphrase-again')];
    if (first === null || again === null) return null;
    this.look();
    this.differs = first.value !== again.value;
    this.host.requestUpdate();
    if (first.value === '' || this.forbidden !== null) {
      this.typed = true;
      first.focus();
      return null;
    }
    if (this.differs) {
      again.focus();
      return null;
    }
    return this.options().policy === 'unicode' ? preparedPassphrase(first.value) : first.value;
  }

  /** Empties the fields. */
  forget(): void {
    for (const id of ['new-passphrase', 'new-passphrase-again']) {
      const field = this.field(id);
      if (field !== null) field.value = '';
    }
    this.asked += 1;
    this.forbidden = null;
    this.strength = null;
    this.typed = false;
    this.differs = false;
    this.host.requestUpdate();
  }

  focus(): void {
    this.field('new-passphrase')?.focus();
  }

  private field(id: string): HTMLInputElement | null {
    // Before its first drawing the element has no root.
    const root = this.host.renderRoot as ParentNode | undefined;
    return root?.querySelector<HTMLInputElement>(`#${id}`) ?? null;
  }

  private look(): void {
    const value = this.field('new-passphrase')?.value ?? '';
    const again = this.field('new-passphrase-again')?.value ?? '';
    this.forbidden = forbiddenCharacter(value, this.options().policy);
    // While the second is being typed it differs always, and that is no fault yet.
    this.differs = again !== '' && !value.startsWith(again);
    this.typed = this.typed || value !== '';
    this.host.requestUpdate();
  }

  private async input(): Promise<void> {
    this.look();
    const value = this.field('new-passphrase')?.value ?? '';
    this.asked += 1;
    const { asked } = this;
    const strength =
      value === '' ? null : await strengthOf(value, this.options().about).catch(() => null);
    if (asked !== this.asked) return;
    this.strength = strength;
    this.host.requestUpdate();
  }

  private fault(): string {
    const { forbidden } = this;
    if (forbidden !== null)
      return this.options().policy === 'ascii'
        ? texts.passphraseForbidden(forbidden.shown, forbidden.place)
        : texts.passphraseForbiddenUnicode(forbidden.shown, forbidden.place);
    const empty = this.typed && this.field('new-passphrase')?.value === '';
    return empty ? texts.passphraseEmpty : '';
  }

  private renderFault(id: string, hook: string, text: string) {
    return html`<div id=${id} role="status">
      ${
        text === ''
          ? nothing
          : html`<span class="fault" data-testid=${hook}
              >${icon('cross', { size: 16 })}<span>${text}</span></span
            >`
      }
    </div>`;
  }

  private renderStrength() {
    const { strength } = this;
    if (strength === null) return html`<div class="strength" id="strength"></div>`;
    const words = texts.strengths[strength];
    return html`<div class="strength" id="strength">
      <meter
        min="0"
        max="4"
        low="2"
        high="3"
        optimum="4"
        aria-label=${texts.strength}
        .value=${Math.max(strength, 0.2)}
      >
        ${words}
      </meter>
      <span role="status" data-testid="passphrase-strength" data-strength=${strength}
        >${texts.strength}: ${words}</span
      >
    </div>`;
  }

  render(): TemplateResult {
    const { policy, remember, readonly } = this.options();
    const kept = remember ? 'new-password' : null;
    const fault = this.fault();
    return html`
      <div class="field">
        <label for="new-passphrase">${texts.newPassphrase}</label>
        ${passphraseInput({
          id: 'new-passphrase',
          hook: 'new-passphrase',
          remember: kept,
          invalid: fault !== '',
          readonly: readonly === true,
          describedBy: 'new-hint new-fault strength',
          onInput: () => void this.input(),
        })}
        <span id="new-hint" class="hint"
          >${policy === 'ascii' ? texts.passphraseRule : texts.passphraseRuleUnicode}</span
        >
        ${this.renderFault('new-fault', 'new-passphrase-fault', fault)} ${this.renderStrength()}
      </div>
      <div class="field">
        <label for="new-passphrase-again">${texts.newPassphraseAgain}</label>
        ${passphraseInput({
          id: 'new-passphrase-again',
          hook: 'new-passphrase-again',
          remember: kept,
          invalid: this.differs,
          readonly: readonly === true,
          describedBy: 'again-fault',
          onInput: () => this.look(),
        })}
        ${this.renderFault('again-fault', 'new-passphrase-differs', this.differs ? texts.passphrasesDiffer : '')}
      </div>
    `;
  }
}
