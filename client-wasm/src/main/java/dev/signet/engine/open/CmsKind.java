package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Host;

/** What a part holds, by the content type at the beginning of its CMS message. */
enum CmsKind {
  SIGNED,
  ENCRYPTED,
  /** Certificates only, compressed, or no CMS message. */
  OTHER;

  private static final int LOOK = 48;

  /** 1.2.840.113549.1.7, DER without the last arc. */
  private static final byte[] PKCS7 = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 7
  };

  /** 1.2.840.113549.1.9.16.1, DER without the last arc. */
  private static final byte[] SMIME = {
    6, 11, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 9, 16, 1
  };

  static CmsKind of(Entity part, Host host) {
    byte[] beginning;
    try {
      if (part.contentType().parameter("smime-type").equalsIgnoreCase("certs-only")) {
        return OTHER;
      }
      beginning = CmsBody.beginning(part, LOOK, host);
    } catch (SmimeException e) {
      return OTHER;
    }
    int pkcs7 = arcAfter(beginning, PKCS7);
    if (pkcs7 == 2) {
      return SIGNED;
    }
    return pkcs7 == 3 || pkcs7 == 6 || arcAfter(beginning, SMIME) == 23 ? ENCRYPTED : OTHER;
  }

  private static int arcAfter(byte[] octets, byte[] prefix) {
    for (int at = 0; at + prefix.length < octets.length; at++) {
      int same = 0;
      while (same < prefix.length && octets[at + same] == prefix[same]) {
        same++;
      }
      if (same == prefix.length) {
        return octets[at + same];
      }
    }
    return -1;
  }
}
