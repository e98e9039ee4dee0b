package dev.signet.engine.path.name;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A form of names: constraints speak of names of their own form only.
 *
 * @param tag of GeneralName
 * @param type of an otherName, else null
 */
record NameForm(int tag, ASN1ObjectIdentifier type) {
  /** Both rfc822Name and SmtpUTF8Mailbox: one constraint speaks of both (RFC 9598 section 6). */
  static final NameForm MAIL = new NameForm(GeneralName.rfc822Name, null);

  static final NameForm DNS = new NameForm(GeneralName.dNSName, null);
  static final NameForm DIRECTORY = new NameForm(GeneralName.directoryName, null);
  static final NameForm URI = new NameForm(GeneralName.uniformResourceIdentifier, null);
  static final NameForm IP = new NameForm(GeneralName.iPAddress, null);
}
