import { SignetFileDrop } from './control/file-drop.ts';
import { SignetProgress } from './control/progress.ts';
import { SignetConfirmation } from './dialog/confirmation.ts';
import { SignetDialog } from './dialog/dialog.ts';
import { SignetPassphraseDialog } from './dialog/passphrase-dialog.ts';
import { SignetMailFrame } from './mail/mail-frame.ts';
import { SignetCertificateFacts } from './status/certificate-facts.ts';
import { SignetCertificateReport } from './status/certificate-report.ts';
import { SignetSmimeSymbols } from './status/smime-symbols.ts';
import { SignetStatusBar } from './status/status-bar.ts';
import { SignetStatusDetails } from './status/status-details.ts';

const elements = {
  'signet-certificate-facts': SignetCertificateFacts,
  'signet-certificate-report': SignetCertificateReport,
  'signet-confirmation': SignetConfirmation,
  'signet-dialog': SignetDialog,
  'signet-file-drop': SignetFileDrop,
  'signet-mail-frame': SignetMailFrame,
  'signet-passphrase-dialog': SignetPassphraseDialog,
  'signet-progress': SignetProgress,
  'signet-smime-symbols': SignetSmimeSymbols,
  'signet-status-bar': SignetStatusBar,
  'signet-status-details': SignetStatusDetails,
};

/** Registers every element of this package under its name; a second call does nothing. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}

export { type LockedKey, type PassphraseGiven } from './dialog/passphrase-dialog.ts';
export { date, dateAndTime, octets } from './format.ts';
export { icon, type IconName } from './icon.ts';
export { type FrameAnswer, type FrameContent } from './mail/mail-frame.ts';
export { MailSanitiser, type InlineImages, type SanitisedMail } from './mail/sanitise.ts';
export { wantsKey } from './status/status-bar.ts';
export { controls, notes } from './styles/controls.ts';
export {
  SignetCertificateFacts,
  SignetCertificateReport,
  SignetConfirmation,
  SignetDialog,
  SignetFileDrop,
  SignetMailFrame,
  SignetPassphraseDialog,
  SignetProgress,
  SignetSmimeSymbols,
  SignetStatusBar,
  SignetStatusDetails,
};
