package dev.signet.e2e.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes that must never leave the page.
 *
 * @param name what they are, for the report of a finding; never the bytes themselves
 * @param value the bytes, at least eight
 */
public record Secret(String name, byte[] value) {
  /** Of a large number these many bytes are looked for: a part of a key is a leak as well. */
  private static final int WINDOW = 24;

  public Secret {
    if (value.length < 8) {
      throw new IllegalArgumentException("too short to be told from chance: " + name);
    }
  }

  /** A passphrase, or a marker within a plaintext. */
  public static Secret text(String name, String value) {
    return new Secret(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of a PrivateKeyInfo in DER. */
  public static List<Secret> of(String name, byte[] pkcs8, String algorithm) {
    try {
      return of(
          name, KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The secret numbers of a key, each by its beginning, middle and end. */
  public static List<Secret> of(String name, PrivateKey key) {
    List<Secret> secrets = new ArrayList<>();
    if (key instanceof RSAPrivateCrtKey rsa) {
      number(secrets, name + " d", rsa.getPrivateExponent());
      number(secrets, name + " p", rsa.getPrimeP());
      number(secrets, name + " q", rsa.getPrimeQ());
      number(secrets, name + " dp", rsa.getPrimeExponentP());
      number(secrets, name + " dq", rsa.getPrimeExponentQ());
      number(secrets, name + " qinv", rsa.getCrtCoefficient());
    } else if (key instanceof ECPrivateKey ec) {
      number(secrets, name + " s", ec.getS());
    } else {
      throw new IllegalArgumentException("no secret numbers known for " + key.getAlgorithm());
    }
    return secrets;
  }

  private static void number(List<Secret> secrets, String name, BigInteger number) {
    byte[] bytes = number.toByteArray();
    if (bytes[0] == 0) {
      bytes = Arrays.copyOfRange(bytes, 1, bytes.length);
    }
    for (int from :
        new int[] {0, Math.max(0, bytes.length / 2 - WINDOW / 2), bytes.length - WINDOW}) {
      secrets.add(new Secret(name + " at " + from, Arrays.copyOfRange(bytes, from, from + WINDOW)));
    }
  }
}
