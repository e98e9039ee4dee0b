import { Localised, controls, icon, minutes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

/** How often the time that is left is looked at, in ms. */
const lookEvery = 5000;

const minute = 60_000;

/**
 * How many keys are unlocked, for how long still, and the button that locks them. Nothing while none is. The time is no
 * live region, which would talk all the while; the last minute is announced once.
 */
export class UnlockedKeys extends Localised {
  static override properties = { workspace: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .keys {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        padding-block: 0.125rem;
        padding-inline: var(--signet-gap-3) 0.125rem;
        border: 1px solid var(--signet-green-edge);
        border-radius: var(--signet-radius);
        background: var(--signet-green-surface);
        color: var(--signet-green-text);
        font-size: var(--signet-size-small);
      }
      .said {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--signet-gap-2);
        line-height: 1.3;
      }
      .count {
        font-weight: 600;
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      button {
        min-height: 1.875rem;
        padding: 0 var(--signet-gap-3);
      }
      @media (max-width: 46rem) {
        .keys {
          order: 4;
          width: 100%;
          justify-content: space-between;
        }
      }
    `,
  ];

  declare workspace: Workspace;
  private timer: ReturnType<typeof setInterval> | null = null;
  private warnedOf: number | null = null;

  constructor() {
    super();
    watch(this, () => [this.workspace.engine]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.look(), lookEvery);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** The milliseconds until the keys are locked; null while nothing is known of that. */
  private get left(): number | null {
    const at = this.workspace.engine.lockAt;
    return at === null ? null : Math.max(0, at.getTime() - Date.now());
  }

  private look(): void {
    const { left } = this;
    const at = this.workspace.engine.lockAt?.getTime() ?? null;
    if (left !== null && left < minute && left > 0 && at !== this.warnedOf) {
      this.warnedOf = at;
      this.workspace.announce(texts.locksSoon);
    }
    this.requestUpdate();
  }

  private async lock(): Promise<void> {
    await this.workspace.engine.lock();
    this.workspace.announce(texts.keysLocked);
  }

  private renderTime(left: number | null) {
    if (left === null) return nothing;
    const said = left < minute ? texts.locksSoon : texts.locksIn(minutes(Math.ceil(left / minute)));
    return html`<span class="time" data-testid="unlocked-time">${said}</span>`;
  }

  protected override render() {
    const count = this.workspace.engine.keys.length;
    if (count === 0) return nothing;
    return html`<div class="keys">
      <span class="said">
        <span class="count" data-testid="unlocked-keys" data-count=${count}
          >${texts.unlockedKeys(count)}</span
        >
        ${this.renderTime(this.left)}
      </span>
      <button
        type="button"
        data-testid="lock-keys"
        title=${texts.lockAll}
        @click=${() => void this.lock()}
      >
        ${icon('lock', { size: 16 })}${texts.lock}
      </button>
    </div>`;
  }
}
