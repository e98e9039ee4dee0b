// Writes a message to the outbox, signed or encrypted or both.
const [sender, recipients, text, signs, encrypts] = arguments;
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const certificates = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
const of = (address) => {
  const found = certificates.getCerts().find((each) => each.commonName === address.split("@")[0]);
  if (!found) throw new Error(`no certificate of ${address}`);
  return found;
};
const identity = MailServices.accounts.accounts[0].identities[0];
identity.email = sender;
for (const use of ["signing", "encryption"]) {
  identity.setUnicharAttribute(`${use}_cert_name`, of(sender).displayName);
  identity.setCharAttribute(`${use}_cert_dbkey`, of(sender).dbKey);
}
const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(
  Ci.nsIMsgCompFields,
);
fields.from = sender;
fields.to = recipients.join(", ");
fields.subject = "matrix";
fields.body = text;
const security = Cc["@mozilla.org/messengercompose/composesecure;1"].createInstance(
  Ci.nsIMsgComposeSecure,
);
security.signMessage = signs;
security.requireEncryptMessage = encrypts;
if (encrypts) {
  for (const address of [...recipients, sender])
    security.cacheValidCertForEmail(address, of(address).dbKey);
}
fields.composeSecure = security;
await new Promise((resolve, reject) => {
  const end = (status) =>
    status === 0 ? resolve() : reject(new Error(`status 0x${(status >>> 0).toString(16)}`));
  const listener = {
    QueryInterface: ChromeUtils.generateQI(["nsIMsgSendListener", "nsIMsgCopyServiceListener"]),
    onStartSending() {},
    onSendProgress() {},
    onStatus() {},
    onProgress() {},
    onGetDraftFolderURI() {},
    onTransportSecurityError() {},
    onStartCopy() {},
    onStopSending: (id, status) => status !== 0 && end(status),
    onSendNotPerformed: (id, status) => end(status || 1),
    onStopCopy: end,
  };
  Cc["@mozilla.org/messengercompose/send;1"]
    .createInstance(Ci.nsIMsgSend)
    .createAndSendMessage(
      null,
      identity,
      "account1",
      fields,
      false,
      false,
      Ci.nsIMsgSend.nsMsgQueueForLater,
      null,
      "text/plain",
      text,
      null,
      null,
      listener,
      "",
      "",
      Ci.nsIMsgCompType.New,
    );
  setTimeout(() => reject(new Error("nothing was written")), 10000);
});
return true;
