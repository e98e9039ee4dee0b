import { Localised, controls, icon } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { folderName } from '../mail/mail-actions.ts';
import type { MailFolder } from '../mail/source.ts';
import { texts } from '../texts/index.ts';

/**
 * A button that opens the menu of folders to move mails to.
 *
 * @fires move-to - `detail` is the folder
 */
export class FolderMenu extends Localised {
  static override properties = {
    folders: { attribute: false },
    hook: {},
    open: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .menu {
        position: absolute;
        z-index: 3;
        inset-block-start: calc(100% + var(--signet-gap-1));
        inset-inline-end: 0;
        display: flex;
        flex-direction: column;
        min-inline-size: 12rem;
        max-inline-size: min(20rem, 80vw);
        max-block-size: 60vh;
        padding: var(--signet-gap-1);
        overflow-y: auto;
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
        background: var(--signet-surface-raised);
        box-shadow: var(--signet-shadow-raised);
      }
      .menu button {
        justify-content: flex-start;
        border-color: transparent;
        background: transparent;
        text-align: start;
      }
      .menu button:focus {
        background: var(--signet-accent-soft);
      }
      .menu bdi {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare folders: readonly MailFolder[];
  /** The button's `data-testid`. */
  declare hook: string;
  declare open: boolean;

  constructor() {
    super();
    this.folders = [];
    this.hook = 'mail-move';
    this.open = false;
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private async show(last = false): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.items.at(last ? -1 : 0)?.focus();
  }

  private hide(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }

  private choose(folder: MailFolder): void {
    this.hide();
    this.dispatchEvent(new CustomEvent('move-to', { detail: folder }));
  }

  private readonly onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.show(event.key === 'ArrowUp');
  };

  private readonly onMenuKey = (event: KeyboardEvent): void => {
    const { items } = this;
    const here = items.findIndex((item) => item === event.target);
    const to = {
      ArrowDown: (here + 1) % items.length,
      ArrowUp: (here - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'Escape') this.hide();
    else if (event.key === 'Tab') {
      this.open = false;
      return;
    } else if (!this.byLetter(event, here)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A letter goes to the next folder that begins with it. */
  private byLetter(event: KeyboardEvent, here: number): boolean {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return false;
    const { items } = this;
    const letter = event.key.toLocaleLowerCase();
    const found = [...items.slice(here + 1), ...items.slice(0, here + 1)].find((item) =>
      item.textContent?.trim().toLocaleLowerCase().startsWith(letter),
    );
    found?.focus();
    return found !== undefined;
  }

  private readonly onBlur = (event: FocusEvent): void => {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.open = false;
  };

  protected override render() {
    return html`<div @focusout=${this.onBlur}>
      <button
        type="button"
        data-testid=${this.hook}
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        title=${texts.moveTo}
        @click=${() => (this.open ? this.hide() : void this.show())}
        @keydown=${this.onButtonKey}
      >
        ${icon('move')}<slot>${texts.moveTo}</slot>
      </button>
      ${
        this.open
          ? html`<div
              class="menu"
              role="menu"
              tabindex="-1"
              aria-label=${texts.moveTo}
              @keydown=${this.onMenuKey}
            >
              ${this.folders.map(
                (folder) =>
                  html`<button
                    type="button"
                    role="menuitem"
                    tabindex="-1"
                    data-testid="move-to"
                    data-folder-id=${folder.id}
                    data-role=${folder.role ?? ''}
                    @click=${() => this.choose(folder)}
                  >
                    <bdi>${folderName(folder)}</bdi>
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </div>`;
  }
}
