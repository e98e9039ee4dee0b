package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.Map;

/** Writes a file's keys and certificates under a new passphrase and today's protection. */
public final class Pkcs12Protector {
  private final Host host;
  private final boolean asciiOnly;
  private final boolean compatible;

  /**
   * @param asciiOnly whether the new passphrase must be printable ASCII
   * @param compatible whether the MAC is the one of PKCS#12 itself, with SHA-256, for readers that
   *     do not have PBMAC1 (RFC 9879)
   */
  public Pkcs12Protector(Host host, boolean asciiOnly, boolean compatible) {
    this.host = host;
    this.asciiOnly = asciiOnly;
    this.compatible = compatible;
  }

  /**
   * The same keys and certificates, with their attributes. Keys are encrypted; certificates are
   * left readable, so that a reader without the passphrase knows which mail the file can open.
   *
   * <p>Errors: those of {@link Pkcs12Reader#open} for the old file, nothing insecure accepted;
   * {@code UNSUPPORTED_ALGORITHM} also when only some of it cannot be opened, so that no key gets
   * lost; {@code PASSPHRASE_CHARACTERS}; {@code REFUSED_PARAMETERS} for an empty new passphrase.
   */
  public Step<Bulk> reprotect(Bulk p12, String passphrase, String newPassphrase) {
    return Step.start(
        () -> {
          requireUsable(newPassphrase);
          return Opening.open(host, Pkcs12File.read(p12), passphrase, Pkcs12Acceptance.NONE)
              .then(contents -> write(contents, newPassphrase));
        });
  }

  private void requireUsable(String passphrase) {
    if (passphrase.isEmpty()) {
      throw new SmimeException(
          ErrorCode.REFUSED_PARAMETERS,
          "the new passphrase is empty",
          Map.of("what", "passphrase"));
    }
    for (int i = 0; i < passphrase.length(); i++) {
      char c = passphrase.charAt(i);
      boolean printable = c >= 0x20 && c <= 0x7e;
      // Half a character has no UTF-8, and another program would never get it right.
      if (asciiOnly && !printable || loneSurrogate(passphrase, i)) {
        throw new SmimeException(
            ErrorCode.PASSPHRASE_CHARACTERS,
            "the new passphrase has a character that is not allowed");
      }
    }
  }

  private static boolean loneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private Step<Bulk> write(Contents contents, String newPassphrase) {
    if (contents.unsupported() != null) {
      throw contents.unsupported();
    }
    if (contents.keys().isEmpty()) {
      throw new SmimeException(ErrorCode.NO_PRIVATE_KEY, "the PKCS#12 file has no private key");
    }
    Passphrase fresh = Passphrase.of(newPassphrase);
    return Pairing.paired(contents)
        .then(
            paired -> new Pkcs12Writer(new TodaysProtection(host, fresh, compatible)).write(paired))
        .map(
            bytes -> {
              fresh.wipe();
              return host.hold(bytes);
            })
        .recover(
            e -> {
              fresh.wipe();
              return Step.failed(e);
            });
  }
}
