import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { largestMail, type LocalSource } from '../mail/local-source.ts';
import { texts } from '../texts/index.ts';

/**
 * Takes mail from files into the page.
 *
 * @fires signet-added - at least one mail was taken in
 */
export class MailFiles extends Localised {
  static override properties = {
    files: { attribute: false },
    compact: { type: Boolean },
    problems: { state: true },
    adding: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
      }
    `,
  ];

  declare files: LocalSource;
  /** Takes little room. */
  declare compact: boolean;
  declare problems: readonly string[];
  declare adding: boolean;

  constructor() {
    super();
    this.compact = false;
    this.problems = [];
    this.adding = false;
  }

  /** Takes in what can be, and says of each other file why not. */
  async add(files: readonly File[]): Promise<void> {
    this.problems = [];
    this.adding = true;
    const problems: string[] = [];
    for (const file of files) {
      if (file.size > largestMail) problems.push(texts.tooLargeMail(file.name));
      else {
        try {
          await this.files.add(new Uint8Array(await file.arrayBuffer()));
        } catch {
          problems.push(texts.unreadableFile(file.name));
        }
      }
    }
    this.problems = problems;
    this.adding = false;
    if (problems.length < files.length) this.dispatchEvent(new CustomEvent('signet-added'));
  }

  protected override render() {
    return html`
      <signet-file-drop
        hook="mail-file"
        label=${texts.openFiles}
        hint=${texts.emlHint}
        accept=".eml,message/rfc822"
        multiple
        ?compact=${this.compact}
        @signet-files=${(event: CustomEvent<File[]>) => void this.add(event.detail)}
      ></signet-file-drop>
      ${this.adding ? html`<signet-progress></signet-progress>` : nothing}
      ${this.problems.map((problem) => html`<p class="note red" role="alert">${icon('cross')}<span>${problem}</span></p>`)}
    `;
  }
}
