package dev.signet.server.tls;

import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.TransportSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate, its intermediates and its private key, which has been shown to be its.
 *
 * @param chain the server's certificate first
 * @param key its private key
 */
public record TlsPair(List<X509Certificate> chain, PrivateKey key) {
  private static final String CERTIFICATE = "tls.certificate";
  private static final String KEY = "tls.key";

  /**
   * Reads a pair.
   *
   * @throws SettingsException that names the setting whose file is wrong: unreadable, encrypted, of
   *     another key
   */
  public static TlsPair read(TransportSettings.Tls files) throws SettingsException {
    List<X509Certificate> chain = chain(files.certificate());
    PrivateKey key = key(files.key(), chain.get(0));
    if (!belong(key, chain.get(0))) {
      throw new SettingsException(
          KEY, files.key() + " is not the key of the first certificate of " + files.certificate());
    }
    return new TlsPair(chain, key);
  }

  /** Why browsers will refuse the certificate at a time; empty where its dates are no reason. */
  public Optional<String> outOfDate(Instant now) {
    X509Certificate own = chain.get(0);
    if (now.isAfter(own.getNotAfter().toInstant())) {
      return Optional.of("the certificate ended at " + own.getNotAfter().toInstant());
    }
    return now.isBefore(own.getNotBefore().toInstant())
        ? Optional.of("the certificate begins at " + own.getNotBefore().toInstant())
        : Optional.empty();
  }

  private static List<X509Certificate> chain(Path file) throws SettingsException {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (PemBlocks.Block block : PemBlocks.read(file)) {
        if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
          chain.add(
              (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der())));
        }
      }
    } catch (IOException | CertificateException | IllegalArgumentException e) {
      throw unreadable(CERTIFICATE, file, e);
    }
    if (chain.isEmpty()) {
      throw new SettingsException(CERTIFICATE, file + " holds no certificate in PEM");
    }
    return List.copyOf(chain);
  }

  private static PrivateKey key(Path file, X509Certificate owner) throws SettingsException {
    try {
      for (PemBlocks.Block block : PemBlocks.read(file)) {
        if (block.label().endsWith("PRIVATE KEY")) {
          if (block.isEncrypted()) {
            throw new SettingsException(
                KEY, file + " is encrypted; the server takes a key that is not");
          }
          return PrivateKeys.read(block, owner.getPublicKey());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(KEY, file, e);
    }
    throw new SettingsException(KEY, file + " holds no private key in PEM");
  }

  private static SettingsException unreadable(String setting, Path file, Exception cause) {
    return new SettingsException(setting, file + " cannot be read (" + cause.getMessage() + ")");
  }

  /** Signs with one and verifies with the other, whatever the algorithm. */
  private static boolean belong(PrivateKey key, X509Certificate certificate) {
    String scheme =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] text = certificate.getEncoded();
      Signature signature = Signature.getInstance(scheme);
      signature.initSign(key);
      signature.update(text);
      byte[] value = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(text);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
