package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Delivery by LMTP (RFC 2033). */
final class LmtpConnection implements AutoCloseable {
  private final LineConnection line;

  private LmtpConnection(LineConnection line) {
    this.line = line;
  }

  static LmtpConnection to(int port) {
    try {
      LmtpConnection lmtp = new LmtpConnection(new LineConnection(Loopback.connect(port)));
      lmtp.expect("220");
      lmtp.line.write("LHLO localhost");
      lmtp.expect("250");
      return lmtp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Delivers one message.
   *
   * @throws IllegalStateException where a recipient does not get it
   */
  void deliver(String from, List<String> recipients, byte[] message) {
    try {
      line.write("MAIL FROM:<" + from + ">");
      expect("250");
      for (String recipient : recipients) {
        line.write("RCPT TO:<" + recipient + ">");
        expect("250");
      }
      line.write("DATA");
      expect("354");
      line.writeMessage(message);
      for (int each = 0; each < recipients.size(); each++) {
        expect("250");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expect(String code) throws IOException {
    String reply = line.reply();
    if (!reply.startsWith(code)) {
      throw new IllegalStateException("LMTP: " + reply);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
