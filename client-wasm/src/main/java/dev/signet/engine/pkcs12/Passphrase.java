package dev.signet.engine.pkcs12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A passphrase in the two forms that PKCS#12 knows.
 *
 * @param utf8 for PBES2 (RFC 8018 leaves it open, RFC 7292 readers agreed on it)
 * @param bmp for the key derivation of PKCS#12 itself: two octets a character, and two zero octets
 *     at the end (RFC 7292 appendix B.1)
 */
record Passphrase(byte[] utf8, byte[] bmp) {

  /** As the standard has it. */
  static Passphrase of(String passphrase) {
    byte[] bmp = new byte[2 * passphrase.length() + 2];
    for (int i = 0; i < passphrase.length(); i++) {
      bmp[2 * i] = (byte) (passphrase.charAt(i) >>> 8);
      bmp[2 * i + 1] = (byte) passphrase.charAt(i);
    }
    return new Passphrase(passphrase.getBytes(StandardCharsets.UTF_8), bmp);
  }

  /**
   * The ways in which a MAC may have been made with it, likeliest first: as the standard has it; an
   * empty one also without the zero octets; one beyond ASCII also as OpenSSL before 1.1 took it,
   * each octet of its UTF-8 for a character.
   *
   * @param octets whether the MAC takes octets, which may be Latin-1 as well
   */
  static List<Passphrase> ways(String passphrase, boolean octets) {
    Passphrase standard = of(passphrase);
    List<Passphrase> ways = new ArrayList<>();
    ways.add(standard);
    if (octets) {
      byte[] latin1 = latin1(standard);
      if (latin1 != null) {
        ways.add(new Passphrase(latin1, standard.bmp.clone()));
      }
    } else if (passphrase.isEmpty()) {
      ways.add(new Passphrase(new byte[0], new byte[0]));
    } else if (standard.utf8.length != passphrase.length()) {
      byte[] utf8 = standard.utf8.clone();
      byte[] bmp = new byte[2 * utf8.length + 2];
      for (int i = 0; i < utf8.length; i++) {
        bmp[2 * i + 1] = utf8[i];
      }
      ways.add(new Passphrase(utf8, bmp));
    }
    return ways;
  }

  /**
   * What else may have been meant where a scheme takes octets: the BMPString, as NSS before 3.28
   * had it; Latin-1, as programs of one language had it. Each has the octets as {@link #utf8}.
   */
  List<Passphrase> otherOctets() {
    List<Passphrase> others = new ArrayList<>();
    others.add(new Passphrase(bmp.clone(), bmp.clone()));
    byte[] latin1 = latin1(this);
    if (latin1 != null) {
      others.add(new Passphrase(latin1, bmp.clone()));
    }
    return others;
  }

  /** Whether this is the first of {@link #otherOctets}. */
  boolean asNss() {
    return bmp.length > 0 && Arrays.equals(utf8, bmp);
  }

  /** One octet a character; null where that is UTF-8 already, or a character needs more. */
  private static byte[] latin1(Passphrase passphrase) {
    int length = Math.max(0, passphrase.bmp.length / 2 - 1);
    if (length == passphrase.utf8.length) {
      return null;
    }
    byte[] latin1 = new byte[length];
    for (int i = 0; i < length; i++) {
      if (passphrase.bmp[2 * i] != 0) {
        return null;
      }
      latin1[i] = passphrase.bmp[2 * i + 1];
    }
    return latin1;
  }

  /** Overwrites it; the text that it came from is the caller's. */
  void wipe() {
    Arrays.fill(utf8, (byte) 0);
    Arrays.fill(bmp, (byte) 0);
  }

  @Override
  public String toString() {
    return "Passphrase";
  }
}
