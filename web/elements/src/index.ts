import { SignetFileDrop } from './control/file-drop.ts';
import { SignetProgress } from './control/progress.ts';
import { SignetConfirmation } from './dialog/confirmation.ts';
import { SignetDialog } from './dialog/dialog.ts';
import { SignetPassphraseDialog } from './dialog/passphrase-dialog.ts';
import { SignetChangePassphrase } from './keys/change-passphrase.ts';
import { SignetKeyManager } from './keys/key-manager.ts';
import { SignetRecipientStatus } from './recipients/recipient-status.ts';
import { SignetLinkGuard } from './mail/link-guard.ts';
import { SignetMailFrame } from './mail/mail-frame.ts';
import { SignetMailText } from './mail/mail-text.ts';
import { SignetCertificateFacts } from './status/certificate-facts.ts';
import { SignetCertificateReport } from './status/certificate-report.ts';
import { SignetSmimeSymbols } from './status/smime-symbols.ts';
import { SignetStatusBar } from './status/status-bar.ts';
import { SignetStatusDetails } from './status/status-details.ts';

const elements = {
  'signet-certificate-facts': SignetCertificateFacts,
  'signet-certificate-report': SignetCertificateReport,
  'signet-change-passphrase': SignetChangePassphrase,
  'signet-confirmation': SignetConfirmation,
  'signet-dialog': SignetDialog,
  'signet-file-drop': SignetFileDrop,
  'signet-key-manager': SignetKeyManager,
  'signet-link-guard': SignetLinkGuard,
  'signet-mail-frame': SignetMailFrame,
  'signet-mail-text': SignetMailText,
  'signet-passphrase-dialog': SignetPassphraseDialog,
  'signet-progress': SignetProgress,
  'signet-recipient-status': SignetRecipientStatus,
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
export { date, dateAndTime, minutes, octets, wholeNumber } from './format.ts';
export {
  fittingLanguage,
  language,
  languages,
  onLanguage,
  setLanguage,
  type Language,
} from './language.ts';
export { Localised } from './localised.ts';
export { icon, type IconName } from './icon.ts';
export { type PassphraseChange } from './keys/change-passphrase.ts';
export {
  type CertificateUse,
  type DefaultWanted,
  type KeyActionWanted,
  type ManagedCertificate,
  type ManagedKey,
} from './keys/key-manager.ts';
export { NewPassphrase, newPassphraseStyle } from './keys/new-passphrase.ts';
export {
  passphraseAccount,
  passphraseInput,
  passphraseInputStyle,
} from './keys/passphrase-input.ts';
export {
  forbiddenCharacter,
  preparedPassphrase,
  type ForbiddenCharacter,
  type PassphrasePolicy,
} from './keys/passphrase-policy.ts';
export { type FrameAnswer, type FrameContent } from './mail/frame-messages.ts';
export { type MailtoFields } from './mail/link.ts';
export { picturesOf, type Pictures } from './mail/pictures.ts';
export { MailSanitiser, type InlineImages, type SanitisedMail } from './mail/sanitise.ts';
export { type Recipient, type RecipientState } from './recipients/recipient-status.ts';
export { wantsKey } from './status/status-bar.ts';
export { controls, notes } from './styles/controls.ts';
export {
  SignetCertificateFacts,
  SignetCertificateReport,
  SignetChangePassphrase,
  SignetConfirmation,
  SignetDialog,
  SignetFileDrop,
  SignetKeyManager,
  SignetLinkGuard,
  SignetMailFrame,
  SignetMailText,
  SignetPassphraseDialog,
  SignetProgress,
  SignetRecipientStatus,
  SignetSmimeSymbols,
  SignetStatusBar,
  SignetStatusDetails,
};
