package dev.signet.server.trust;

import dev.signet.server.reload.Reloaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The certificates of the setting {@code trust-anchors}, each once, as one PEM text (RFC 7468;
 * media type {@code application/pem-certificate-chain}, RFC 8555, 9.1).
 */
public final class TrustAnchors {
  /** Where distributions keep the CA bundle; the first that is there counts. */
  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** "TRUSTED CERTIFICATE" is OpenSSL's own form, with usages after the certificate: not taken. */
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)"
              + "-----END (?:X509 )?CERTIFICATE-----");

  private TrustAnchors() {}

  /**
   * Reads the anchors, and again when the files change.
   *
   * @throws IllegalArgumentException as {@link #read}
   */
  public static Reloaded<byte[]> reloaded(List<Path> named) {
    try {
      // Every place where a system's bundle may be: one may appear before another.
      return Reloaded.of("trust-anchors", named.isEmpty() ? SYSTEM : named, () -> read(named));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the anchors.
   *
   * @param named files, and folders whose files are read; empty: the system's CA bundle
   * @return the PEM text; empty where nothing is named and the system has no bundle
   * @throws IllegalArgumentException whose message names a file that cannot be read or has a
   *     certificate that is none, or a place without a certificate
   */
  public static byte[] read(List<Path> named) {
    Set<String> anchors = new LinkedHashSet<>();
    List<Path> places =
        named.isEmpty() ? SYSTEM.stream().filter(Files::isReadable).limit(1).toList() : named;
    for (Path place : places) {
      Set<String> found = new LinkedHashSet<>();
      files(place).forEach(file -> found.addAll(certificates(file)));
      if (found.isEmpty()) {
        throw new IllegalArgumentException(place + " holds no certificate in PEM");
      }
      anchors.addAll(found);
      if (anchors.stream().mapToLong(String::length).sum() > MOST_BYTES) {
        throw new IllegalArgumentException("more than " + MOST_BYTES + " bytes of certificates");
      }
    }
    return String.join("", anchors).getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> entries = Files.list(place)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(place, e);
    }
  }

  private static Set<String> certificates(Path file) {
    Set<String> found = new LinkedHashSet<>();
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(file + " is larger than " + MOST_BYTES + " bytes");
      }
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      // Bundles carry comments in any encoding; one byte is one character here.
      Matcher blocks = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (blocks.find()) {
        byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
        X509Certificate certificate =
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        found.add(pem(certificate.getEncoded()));
      }
    } catch (IOException | CertificateException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    return found;
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static IllegalArgumentException unreadable(Path place, Exception cause) {
    return new IllegalArgumentException(place + " cannot be read (" + cause.getMessage() + ")");
  }
}
