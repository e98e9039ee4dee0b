package dev.signet.engine.revocation.crl;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.DerCursor;
import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;

/**
 * revokedCertificates of a list (RFC 5280 section 5.1.2.6). Entries are walked as octets each time
 * somebody is looked for: there may be hundreds of thousands, and few questions.
 */
final class RevokedEntries {
  /** Last arcs of the extensions below id-ce (section 5.3). */
  private static final int REASON_CODE = 21;

  private static final int HOLD_INSTRUCTION = 23;
  private static final int INVALIDITY_DATE = 24;
  private static final int CERTIFICATE_ISSUER = 29;

  /** removeFromCRL (section 5.3.1). */
  private static final int REMOVED = 8;

  private final byte[] octets;
  private final int from;
  private final int to;
  private final DirectoryName issuer;
  private final boolean indirect;

  /**
   * What a list says of one certificate.
   *
   * @param revokedAt milliseconds since 1970; null: it is not listed
   * @param removed whether a delta says that it is revoked no longer
   * @param understood whether every entry could be read and nothing critical in one is unknown
   */
  record Finding(Long revokedAt, boolean removed, boolean understood) {}

  /**
   * @param octets where the entries are, between {@code from} and {@code to}
   * @param issuer of the list
   * @param indirect whether the list may have certificates of other issuers
   */
  RevokedEntries(byte[] octets, int from, int to, DirectoryName issuer, boolean indirect) {
    this.octets = octets;
    this.from = from;
    this.to = to;
    this.issuer = issuer;
    this.indirect = indirect;
  }

  /** Looks a certificate up, by issuer and serial number. */
  Finding find(MailCertificate certificate) {
    Walk walk = new Walk(certificate);
    try {
      walk.run();
    } catch (SmimeException e) {
      // What was found until here stands; what was not may be further on.
      walk.understood = false;
    }
    return new Finding(walk.revokedAt, walk.removed, walk.understood);
  }

  private final class Walk {
    private final DirectoryName wantedIssuer;
    private final byte[] wantedSerial;
    private final DerCursor fields = new DerCursor(octets, from, to);
    private final DerCursor extension = new DerCursor(octets, from, to);
    private final DerCursor parts = new DerCursor(octets, from, to);
    private int issuerFrom;
    private int issuerTo;
    private boolean wanted;
    private boolean understood = true;
    private Long revokedAt;
    private boolean removed;

    Walk(MailCertificate certificate) {
      wantedIssuer = certificate.issuerName();
      wantedSerial = certificate.structure().getSerialNumber().getValue().toByteArray();
      wanted = issuer.equals(wantedIssuer);
    }

    void run() {
      DerCursor entry = new DerCursor(octets, from, to);
      while (entry.more()) {
        fields.enter(entry.next(0x30));
        boolean serial = wantedSerial(fields.next(0x02));
        fields.next();
        byte[] date = serial ? fields.encoded() : null;
        int reason = 0;
        if (fields.next()) {
          reason = extensions();
        }
        if (serial && wanted) {
          found(Asn1.read("the date", () -> Time.getInstance(Asn1.parse(date))), reason);
        }
      }
    }

    private void found(Time date, int reason) {
      boolean removes = reason == REMOVED;
      // Of two entries for one certificate, the worse counts.
      if (revokedAt == null || removed && !removes) {
        revokedAt = date.getDate().getTime();
        removed = removes;
      }
    }

    /** Integers are compared without octets that DER would leave out. */
    private boolean wantedSerial(DerCursor integer) {
      int start = integer.contentStart();
      while (integer.end() - start > 1
          && (octets[start] == 0 && octets[start + 1] >= 0
              || octets[start] == -1 && octets[start + 1] < 0)) {
        start++;
      }
      return Arrays.equals(octets, start, integer.end(), wantedSerial, 0, wantedSerial.length);
    }

    /** The reason that they give; 0 where they give none. */
    private int extensions() {
      int reason = 0;
      extension.enter(fields);
      while (extension.more()) {
        parts.enter(extension.next(0x30));
        int arc = arc(parts.next(0x06));
        boolean critical = false;
        parts.next();
        if (parts.tag() == 0x01) {
          critical = octets[parts.end() - 1] != 0;
          parts.next();
        }
        if (arc == CERTIFICATE_ISSUER) {
          certificateIssuer();
        } else if (arc == REASON_CODE) {
          reason = octets[parts.end() - 1];
        } else if (arc != HOLD_INSTRUCTION && arc != INVALIDITY_DATE) {
          understood &= !critical;
        }
      }
      return reason;
    }

    /** The last arc of an OID below id-ce (2.5.29); 0 for other OIDs. */
    private int arc(DerCursor oid) {
      int start = oid.contentStart();
      return oid.end() - start == 3 && octets[start] == 0x55 && octets[start + 1] == 0x1d
          ? octets[start + 2]
          : 0;
    }

    /** Holds for this entry and those after it, until another (section 5.3.3). */
    private void certificateIssuer() {
      understood &= indirect;
      int start = parts.contentStart();
      int end = parts.end();
      if (Arrays.equals(octets, start, end, octets, issuerFrom, issuerTo)) {
        return;
      }
      byte[] value = Arrays.copyOfRange(octets, start, end);
      wanted =
          Asn1.read(
              "the certificate issuer",
              () ->
                  Names.directoryNames(GeneralNames.getInstance(Asn1.parse(value))).stream()
                      .anyMatch(name -> DirectoryName.of(name).equals(wantedIssuer)));
      issuerFrom = start;
      issuerTo = end;
    }
  }
}
