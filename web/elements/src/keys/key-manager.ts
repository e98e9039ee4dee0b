import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { date, minutes, octets } from '../format.ts';
import { icon } from '../icon.ts';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/** Of what use a certificate of one's own is now. */
export type CertificateUse = 'current' | 'old' | 'early' | 'not-for-mail';

/** A certificate in a key file. */
export interface ManagedCertificate {
  readonly certificate: Certificate;
  readonly use: CertificateUse;
  /** The addresses that it is used for. */
  readonly usedFor: readonly string[];
  /** Those that it could be used for in place of another. */
  readonly couldServe: readonly string[];
}

/** A stored key file, as far as it is known. */
export interface ManagedKey {
  readonly id: string;
  readonly name: string;
  /** In octets. */
  readonly size: number;
  readonly unlocked: boolean;
  /** Whether it can be opened at all. */
  readonly readable: boolean;
  /** Its owner's, newest first; none while they are not known. */
  readonly certificates: readonly ManagedCertificate[];
}

/** What the user wants done with a key file. */
export type KeyAction = 'unlock' | 'change-passphrase' | 'download' | 'remove';

export interface KeyActionWanted {
  readonly keyId: string;
  readonly action: KeyAction;
}

export interface DefaultWanted {
  readonly keyId: string;
  readonly certificate: Certificate;
}

/**
 * The key files of a user: what is in them, which is unlocked, which is used for what.
 *
 * @fires signet-key-action - `detail` is a {@link KeyActionWanted}
 * @fires signet-key-default - `detail` is a {@link DefaultWanted}
 * @fires signet-lock - everything that is unlocked is to be locked
 */
export class SignetKeyManager extends Localised {
  static override properties = {
    keys: { attribute: false },
    left: { type: Number },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .keys,
      .certificates {
        list-style: none;
      }
      .keys > li {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
        padding-block: var(--signet-gap-4);
        border-block-start: 1px solid var(--signet-border);
      }
      .keys > li:first-child {
        border-block-start: 0;
        padding-block-start: 0;
      }
      .certificates {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
        padding-inline-start: var(--signet-gap-5);
      }
      .spread {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--signet-gap-2);
      }
      .state {
        padding: var(--signet-gap-2) var(--signet-gap-3);
        margin-block-end: var(--signet-gap-4);
        border-radius: var(--signet-radius);
        background: var(--signet-green-surface);
        color: var(--signet-green-text);
      }
      .break {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .tag {
        padding-inline: 0.5rem;
        border-radius: 99px;
        background: var(--signet-surface-sunken);
        color: var(--signet-text-muted);
        font-size: var(--signet-size-small);
        font-weight: 600;
      }
      .tag.good {
        background: var(--signet-green-surface);
        color: var(--signet-green-text);
      }
      .tag.warn {
        background: var(--signet-orange-surface);
        color: var(--signet-orange-text);
      }
      summary {
        width: fit-content;
        min-height: 1.5rem;
        cursor: pointer;
        font-size: var(--signet-size-small);
        color: var(--signet-accent);
      }
      @media (max-width: 40rem) {
        .certificates {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  declare keys: readonly ManagedKey[];
  /** Milliseconds until what is unlocked is locked; negative while that is not known. */
  declare left: number;

  constructor() {
    super();
    this.keys = [];
    this.left = -1;
  }

  private want(keyId: string, action: KeyAction): void {
    const detail: KeyActionWanted = { keyId, action };
    this.dispatchEvent(new CustomEvent('signet-key-action', { detail }));
  }

  private renderState() {
    const count = this.keys.filter((key) => key.unlocked).length;
    if (count === 0) return nothing;
    const time = this.left < 0 ? '' : minutes(Math.max(1, Math.ceil(this.left / 60_000)));
    return html`<div class="state spread">
      <span data-testid="key-time-left"
        >${texts.keysUnlocked(count)}${time === '' ? '' : ` · ${texts.keysLockIn(time)}`}</span
      >
      <button
        type="button"
        data-testid="key-lock"
        @click=${() => this.dispatchEvent(new CustomEvent('signet-lock'))}
      >
        ${icon('lock')}${texts.lock}
      </button>
    </div>`;
  }

  private renderUse(key: ManagedKey, managed: ManagedCertificate) {
    const { use, usedFor, couldServe, certificate } = managed;
    const detail: DefaultWanted = { keyId: key.id, certificate };
    return html`
      ${
        use === 'current'
          ? nothing
          : html`<span class="tag warn" data-testid="key-certificate-use"
              >${texts.certificateUses[use]}</span
            >`
      }
      ${
        usedFor.length === 0
          ? nothing
          : html`<span class="tag good" data-testid="key-default"
              >${texts.usedFor(usedFor.join(', '))}</span
            >`
      }
      ${
        couldServe.length === 0
          ? nothing
          : html`<button
              type="button"
              data-testid="key-make-default"
              @click=${() => this.dispatchEvent(new CustomEvent('signet-key-default', { detail }))}
            >
              ${texts.useFor(couldServe.join(', '))}
            </button>`
      }
    `;
  }

  private renderCertificate(key: ManagedKey, managed: ManagedCertificate) {
    const { certificate, use } = managed;
    return html`<li
      data-testid="key-certificate"
      data-fingerprint=${certificate.fingerprints.sha256}
      data-use=${use}
    >
      <div class="row break">
        ${icon('certificate')}<bdi
          >${certificate.emailAddresses.join(', ') || certificate.subject}</bdi
        >
        <span class="small muted"
          >${texts.validFromTo(date(certificate.notBefore), date(certificate.notAfter))}</span
        >
        ${this.renderUse(key, managed)}
      </div>
      <details>
        <summary>${texts.certificate}</summary>
        <signet-certificate-facts .certificate=${certificate}></signet-certificate-facts>
      </details>
    </li>`;
  }

  private renderActions({ id, name, unlocked, readable }: ManagedKey) {
    const button = (action: KeyAction, hook: string, symbol: Parameters<typeof icon>[0]) =>
      html`<button
        type="button"
        class=${action === 'remove' ? 'quiet' : ''}
        data-testid=${hook}
        aria-label=${`${texts.keyActions[action]}: ${name}`}
        @click=${() => this.want(id, action)}
      >
        ${icon(symbol)}${texts.keyActions[action]}
      </button>`;
    return html`<div class="row">
      ${unlocked || !readable ? nothing : button('unlock', 'key-unlock', 'unlock')}
      ${readable ? button('change-passphrase', 'key-change', 'key') : nothing}
      ${button('download', 'key-download', 'download')} ${button('remove', 'key-remove', 'trash')}
    </div>`;
  }

  private renderKey(key: ManagedKey) {
    return html`<li data-testid="key-row" data-key-id=${key.id} data-name=${key.name}>
      <div class="spread">
        <div class="row break">
          ${icon('key')}<strong><bdi>${key.name}</bdi></strong>
          <span class="tag ${key.unlocked ? 'good' : ''}" data-testid="key-state"
            >${key.unlocked ? texts.keyUnlocked : texts.keyLocked}</span
          >
          <span class="small muted">${octets(key.size)}</span>
        </div>
        ${this.renderActions(key)}
      </div>
      ${
        key.certificates.length === 0
          ? html`<p class="hint">
              ${key.readable ? texts.certificatesHidden : texts.keyUnreadable}
            </p>`
          : html`<ul class="certificates">
              ${key.certificates.map((managed) => this.renderCertificate(key, managed))}
            </ul>`
      }
    </li>`;
  }

  protected override render() {
    if (this.keys.length === 0) return html`<p class="muted">${texts.noKeyFile}</p>`;
    return html`
      ${this.renderState()}
      <ul class="keys">
        ${this.keys.map((key) => this.renderKey(key))}
      </ul>
    `;
  }
}
