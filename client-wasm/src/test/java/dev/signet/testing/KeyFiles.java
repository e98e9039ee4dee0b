package dev.signet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;

/** Key files around keys that were published without one. */
public final class KeyFiles {
  public static final String PASSPHRASE = "conformance";

  private KeyFiles() {}

  /**
   * A .p12 with 3DES and a MAC with SHA-1, which every engine reads.
   *
   * @param pkcs8 DER of a PrivateKeyInfo, written as it is
   * @param certificates DER, the key's own first
   */
  public static byte[] of(byte[] pkcs8, byte[]... certificates) {
    try {
      OutputEncryptor encryptor =
          new BcPKCS12PBEOutputEncryptorBuilder(
                  PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                  CBCBlockCipher.newInstance(new DESedeEngine()))
              .setIterationCount(10)
              .build(PASSPHRASE.toCharArray());
      PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
      builder.addData(
          named(new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(pkcs8), encryptor)));
      PKCS12SafeBag[] bags = new PKCS12SafeBag[certificates.length];
      for (int i = 0; i < bags.length; i++) {
        PKCS12SafeBagBuilder bag =
            new PKCS12SafeBagBuilder(new X509CertificateHolder(certificates[i]));
        bags[i] = i == 0 ? named(bag) : bag.build();
      }
      builder.addEncryptedData(encryptor, bags);
      return builder
          .build(new BcPKCS12MacCalculatorBuilder(), PASSPHRASE.toCharArray())
          .getEncoded("DER");
    } catch (PKCSException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A .p12 whose certificate speaks of another key, for seeing whether a key is taken at all. */
  public static byte[] withAnyCertificate(byte[] pkcs8) {
    try {
      Path certificate = Vectors.folder("rfc4134").resolve("CarlRSASelf.cer");
      return of(pkcs8, Files.readAllBytes(certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag) {
    return bag.addBagAttribute(
            PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(new byte[] {1}))
        .build();
  }
}
