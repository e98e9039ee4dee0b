import { html } from 'lit';
import { isKeyAccount } from '../keys/key-files.ts';

export interface AccountFields {
  /** What the fields' hooks begin with. */
  readonly hook: 'sign-in' | 'mail-sign-in';
  readonly userLabel: string;
  readonly passwordLabel: string;
  readonly user: string;
  /** Whose password is asked for is known. */
  readonly fixed?: boolean;
  /** Is called while something is typed or filled in. */
  readonly typed: () => unknown;
}

/** Name and password, as password managers look for them; errors stand in `#error` of the same root. */
export function accountFields(fields: AccountFields) {
  const { hook, userLabel, passwordLabel, user, fixed = false, typed } = fields;
  return html`
    <div class="field">
      <label for="user">${userLabel}</label>
      <input
        id="user"
        data-testid="${hook}-user"
        type="text"
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        .value=${user}
        @input=${typed}
        ?readonly=${fixed}
      />
    </div>
    <div class="field">
      <label for="password">${passwordLabel}</label>
      <input
        id="password"
        data-testid="${hook}-password"
        type="password"
        name="password"
        autocomplete="current-password"
        required
        aria-describedby="error"
        @input=${typed}
      />
    </div>
  `;
}

/** What was typed into them. */
export function typedAccount(root: ParentNode): { user: string; password: string } {
  const value = (id: string): string => root.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  return { user: value('user'), password: value('password') };
}

/**
 * A password manager fills in what was used last for this site, which may be a key file's passphrase. It must go to no
 * server.
 */
export function refuseKeyAccount(root: ParentNode): boolean {
  if (!isKeyAccount(typedAccount(root).user)) return false;
  for (const field of root.querySelectorAll('input')) field.value = '';
  return true;
}
