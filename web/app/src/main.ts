import { defineElements } from '@signet/elements';
import { SignetApp } from './pages/app.ts';
import { CertificateList } from './pages/certificate-list.ts';
import { ComposeAttachments } from './pages/compose-attachments.ts';
import { ComposeOutcome } from './pages/compose-outcome.ts';
import { ComposePage } from './pages/compose-page.ts';
import { ComposeSender } from './pages/compose-sender.ts';
import { AppHeader } from './pages/header.ts';
import { KeyImport } from './pages/key-import.ts';
import { KeyList } from './pages/key-list.ts';
import { MailContentView } from './pages/mail-content.ts';
import { MailList } from './pages/mail-list.ts';
import { MailPage } from './pages/mail-page.ts';
import { MailReader } from './pages/mail-reader.ts';
import { SessionEnded } from './pages/session-ended.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SignInForm } from './pages/sign-in-form.ts';
import { SignInPage } from './pages/sign-in.ts';

defineElements();
customElements.define('signet-header', AppHeader);
customElements.define('signet-sign-in-form', SignInForm);
customElements.define('signet-sign-in-page', SignInPage);
customElements.define('signet-session-ended', SessionEnded);
customElements.define('signet-mail-page', MailPage);
customElements.define('signet-mail-list', MailList);
customElements.define('signet-mail-reader', MailReader);
customElements.define('signet-mail-content', MailContentView);
customElements.define('signet-compose-page', ComposePage);
customElements.define('signet-compose-sender', ComposeSender);
customElements.define('signet-compose-attachments', ComposeAttachments);
customElements.define('signet-compose-outcome', ComposeOutcome);
customElements.define('signet-settings-page', SettingsPage);
customElements.define('signet-key-import', KeyImport);
customElements.define('signet-key-list', KeyList);
customElements.define('signet-certificate-list', CertificateList);
customElements.define('signet-app', SignetApp);

// A file that misses a drop zone must not replace the page.
for (const name of ['dragover', 'drop'])
  window.addEventListener(name, (event) => event.preventDefault());
