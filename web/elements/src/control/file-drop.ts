import { css, html } from 'lit';
import { Localised } from '../localised.ts';
import { icon } from '../icon.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/**
 * Takes files by a button or by dropping them.
 *
 * @fires signet-files - `detail` is the `File[]`, at least one
 */
export class SignetFileDrop extends Localised {
  static override properties = {
    label: {},
    hint: {},
    accept: {},
    hook: {},
    multiple: { type: Boolean },
    compact: { type: Boolean },
    over: { state: true },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .zone {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--signet-gap-2);
        padding: var(--signet-gap-5);
        border: 2px dashed var(--signet-border-strong);
        border-radius: var(--signet-radius-large);
        background: var(--signet-surface);
        text-align: center;
        transition: background-color 120ms;
      }
      .zone.compact {
        flex-direction: row;
        padding: var(--signet-gap-2) var(--signet-gap-3);
        border-width: 1px;
        text-align: start;
      }
      .zone.over {
        border-color: var(--signet-accent);
        background: var(--signet-accent-soft);
      }
      input {
        position: absolute;
        width: 1px;
        height: 1px;
        min-height: 0;
        padding: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
      input:focus-visible + label {
        outline: 2px solid var(--signet-focus);
        outline-offset: 2px;
      }
      label {
        font-size: var(--signet-size);
      }
    `,
  ];

  declare label: string;
  declare hint: string;
  /** As the attribute of `input type=file`. */
  declare accept: string;
  /** The file field's `data-testid`. */
  declare hook: string;
  declare multiple: boolean;
  declare compact: boolean;
  declare over: boolean;

  constructor() {
    super();
    this.label = '';
    this.hint = '';
    this.accept = '';
    this.hook = 'file';
    this.multiple = false;
    this.compact = false;
    this.over = false;
  }

  private give(files: FileList | null | undefined): void {
    const chosen = [...(files ?? [])].slice(0, this.multiple ? undefined : 1);
    if (chosen.length > 0) this.dispatchEvent(new CustomEvent('signet-files', { detail: chosen }));
  }

  private choose(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.give(field.files);
    // The same file can be chosen again.
    field.value = '';
  }

  private drag(event: DragEvent): void {
    event.preventDefault();
    this.over = event.type === 'dragover';
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.over = false;
    this.give(event.dataTransfer?.files);
  }

  protected override render() {
    return html`
      <div
        class="zone ${this.over ? 'over' : ''} ${this.compact ? 'compact' : ''}"
        @dragover=${this.drag}
        @dragleave=${this.drag}
        @drop=${this.drop}
      >
        <div>
          <input
            id="file"
            type="file"
            data-testid=${this.hook}
            accept=${this.accept}
            ?multiple=${this.multiple}
            @change=${this.choose}
          />
          <label for="file" class="button">${icon('upload')}${this.label}</label>
        </div>
        <span class="muted small"
          >${texts.dropHere}${this.hint === '' ? '' : ` · ${this.hint}`}</span
        >
      </div>
    `;
  }
}
