import { Localised, controls } from '@signet/elements';
import { html } from 'lit';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { layout } from './layout.ts';

/** Settings → S/MIME: private keys, and correspondents' certificates. */
export class SettingsPage extends Localised {
  static override properties = { workspace: { attribute: false } };

  static override styles = [controls, layout];

  declare workspace: Workspace;

  protected override render() {
    return html`
      <div class="page">
        <h1>${texts.settings} – ${texts.smime}</h1>
        <section class="card" aria-labelledby="keys">
          <h2 id="keys">${texts.privateKeys}</h2>
          <p class="muted">${texts.privateKeysAbout}</p>
          <signet-key-import .workspace=${this.workspace}></signet-key-import>
        </section>
        <section class="card" aria-labelledby="stored">
          <h2 id="stored">${texts.storedKeys}</h2>
          <signet-key-list .workspace=${this.workspace}></signet-key-list>
        </section>
        <section class="card" aria-labelledby="certificates">
          <h2 id="certificates">${texts.certificates}</h2>
          <p class="muted">${texts.certificatesAbout}</p>
          <signet-certificate-list .workspace=${this.workspace}></signet-certificate-list>
        </section>
        <section class="card" aria-labelledby="appearance">
          <h2 id="appearance">${texts.language}</h2>
          <div><signet-language-choice></signet-language-choice></div>
        </section>
      </div>
    `;
  }
}
