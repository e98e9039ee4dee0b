package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.report.Pkcs12Info;
import java.util.List;

/** The package's operations, answered by Bouncy Castle. */
final class Pkcs12 {
  static final Pkcs12Acceptance INSECURE = new Pkcs12Acceptance(true, true);

  private static final HeapHost HOST = new HeapHost();
  private static final Answers ANSWERS = RareAnswers.withCommon(HOST);

  private Pkcs12() {}

  static List<Pkcs12Key> open(byte[] p12, String passphrase) {
    return open(p12, passphrase, Pkcs12Acceptance.NONE);
  }

  static List<Pkcs12Key> open(byte[] p12, String passphrase, Pkcs12Acceptance acceptance) {
    return ANSWERS.run(new Pkcs12Reader(HOST).open(HOST.hold(p12), passphrase, acceptance));
  }

  static Pkcs12Info inspect(byte[] p12) {
    return ANSWERS.run(Pkcs12Inspector.inspect(HOST.hold(p12)));
  }

  /** The code that inspection ends in, or null. */
  static ErrorCode inspectCode(byte[] p12) {
    try {
      inspect(p12);
      return null;
    } catch (SmimeException e) {
      return e.code();
    }
  }

  static byte[] reprotect(byte[] p12, String passphrase, String fresh) {
    return reprotect(p12, passphrase, fresh, false);
  }

  static byte[] reprotect(byte[] p12, String passphrase, String fresh, boolean compatible) {
    return ANSWERS
        .run(
            new Pkcs12Protector(HOST, false, compatible)
                .reprotect(HOST.hold(p12), passphrase, fresh))
        .read();
  }

  static SmimeException refused(ErrorCode code, byte[] p12, String passphrase) {
    SmimeException error = assertThrows(SmimeException.class, () -> open(p12, passphrase));
    assertEquals(code, error.code());
    return error;
  }
}
