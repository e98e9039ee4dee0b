import { css, html, nothing, type TemplateResult } from 'lit';

export interface PassphraseInput {
  readonly id: string;
  /** Its `data-testid`. */
  readonly hook: string;
  /** What a password manager that may keep it is told; null: none may. */
  readonly remember: 'current-password' | 'new-password' | null;
  readonly invalid?: boolean;
  readonly required?: boolean;
  readonly readonly?: boolean;
  /** Ids of what describes it. */
  readonly describedBy?: string;
  readonly onInput?: (event: InputEvent) => void;
}

/** For each shadow root that draws {@link passphraseInput}. */
export const passphraseInputStyle = css`
  .concealed {
    -webkit-text-security: disc;
  }
`;

/**
 * A field for a passphrase.
 *
 * Where none may keep it, the field is no password field: browsers fill and offer to keep those whatever
 * `autocomplete` says, and would put the password of the account here. It shows dots all the same; a browser that
 * cannot do so gets a password field.
 */
export function passphraseInput(input: PassphraseInput): TemplateResult {
  const concealed = input.remember === null && canConceal();
  return html`<input
    id=${input.id}
    data-testid=${input.hook}
    class=${concealed ? 'concealed' : ''}
    type=${concealed ? 'text' : 'password'}
    name=${concealed ? nothing : input.remember === 'new-password' ? input.id : 'password'}
    autocomplete=${input.remember ?? 'off'}
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    data-1p-ignore=${input.remember === null ? '' : nothing}
    data-bwignore=${input.remember === null ? '' : nothing}
    data-lpignore=${input.remember === null ? 'true' : nothing}
    aria-invalid=${input.invalid === true ? 'true' : 'false'}
    aria-describedby=${input.describedBy ?? nothing}
    ?required=${input.required === true}
    ?readonly=${input.readonly === true}
    @input=${input.onInput ?? nothing}
  />`;
}

function canConceal(): boolean {
  return typeof CSS !== 'undefined' && CSS.supports('-webkit-text-security', 'disc');
}

/**
 * The user name under which a password manager keeps the passphrase of a key file, apart from the account's. It is in
 * the form and not seen.
 */
export function passphraseAccount(account: string): TemplateResult {
  return html`<input
    class="visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
    .value=${account}
  />`;
}
