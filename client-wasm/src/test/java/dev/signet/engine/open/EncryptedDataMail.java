package dev.signet.engine.open;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.testing.OpenSsl;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.util.encoders.Hex;

/** Mail that OpenSSL has encrypted under a key that both sides know. */
final class EncryptedDataMail {
  private EncryptedDataMail() {}

  static byte[] of(byte[] entity, Path folder, String cipher, byte[] key) {
    byte[] cms =
        OpenSsl.runWith(
            entity,
            folder,
            "cms",
            "-EncryptedData_encrypt",
            "-binary",
            "-outform",
            "DER",
            "-" + cipher,
            "-secretkey",
            Hex.toHexString(key));
    return ("From: a@example.org\r\nContent-Type: application/pkcs7-mime\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(cms)
            + "\r\n")
        .getBytes(US_ASCII);
  }
}
