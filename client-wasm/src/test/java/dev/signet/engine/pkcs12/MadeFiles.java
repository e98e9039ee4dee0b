package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.testing.Identity;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.util.encoders.Base64;

/** Files that no program here writes, made with Bouncy Castle. */
final class MadeFiles {
  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256);

  private MadeFiles() {}

  static AlgorithmIdentifier pbkdf2(int rounds, int keyBytes) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBKDF2,
        new PBKDF2Params("saltsalt".getBytes(US_ASCII), rounds, keyBytes, HMAC_SHA256));
  }

  /** OpenSSL's file with PBMAC1 by Bouncy Castle in place of its MAC. */
  static byte[] pbmac1(Identity person, String passphrase, int rounds)
      throws IOException, OperatorCreationException {
    byte[] safe = safe(person.p12(passphrase, "-iter", "3"));
    BcPKCS12PBMac1CalculatorBuilder builder =
        new BcPKCS12PBMac1CalculatorBuilder(new PBMAC1Params(pbkdf2(rounds, 32), HMAC_SHA256));
    MacCalculator calculator = builder.build(passphrase.toCharArray());
    calculator.getOutputStream().write(safe);
    DigestInfo digest = new DigestInfo(builder.getDigestAlgorithmIdentifier(), calculator.getMac());
    return pfx(safe, new MacData(digest, "NOT USED".getBytes(US_ASCII), 1));
  }

  /** A file whose MAC says that it is PBMAC1 with this derivation; its value is not right. */
  static byte[] pbmac1(AlgorithmIdentifier kdf) throws IOException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBMAC1, new PBMAC1Params(kdf, HMAC_SHA256));
    return pfx(
        new DERSequence().getEncoded(),
        new MacData(new DigestInfo(algorithm, new byte[32]), new byte[1], 1));
  }

  /** scrypt's parameters. */
  static AlgorithmIdentifier scrypt(long cost, long blockSize, long parallelization) {
    return new AlgorithmIdentifier(
        MiscObjectIdentifiers.id_scrypt,
        new DERSequence(
            new ASN1Encodable[] {
              new DEROctetString(new byte[8]),
              new ASN1Integer(cost),
              new ASN1Integer(blockSize),
              new ASN1Integer(parallelization),
              new ASN1Integer(32)
            }));
  }

  /** A file of that many encrypted keys under this derivation, with a MAC of one round. */
  static byte[] keys(AlgorithmIdentifier kdf, int count) throws IOException {
    ASN1ObjectIdentifier aes = NISTObjectIdentifiers.id_aes256_CBC;
    AlgorithmIdentifier scheme =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBES2,
            new DERSequence(kdf, new AlgorithmIdentifier(aes, new DEROctetString(new byte[16]))));
    ASN1Encodable bag =
        new DERSequence(
            PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
            new DERTaggedObject(0, new EncryptedPrivateKeyInfo(scheme, new byte[16])));
    ASN1Encodable[] bags = new ASN1Encodable[count];
    java.util.Arrays.fill(bags, bag);
    byte[] safe = new DERSequence(data(new DERSequence(bags).getEncoded())).getEncoded();
    return pfx(
        safe,
        new MacData(
            new DigestInfo(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), new byte[32]),
            new byte[8],
            1));
  }

  static byte[] safe(byte[] p12) {
    return ASN1OctetString.getInstance(Pfx.getInstance(p12).getAuthSafe().getContent()).getOctets();
  }

  static byte[] pfx(byte[] safe, MacData mac) throws IOException {
    return new Pfx(data(safe), mac).getEncoded("DER");
  }

  private static ContentInfo data(byte[] content) {
    return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
  }

  static byte[] pem(byte[] p12, String end) {
    String text = Base64.toBase64String(p12).replaceAll("(.{64})", "$1" + end);
    return ("-----BEGIN PKCS12-----" + end + text + end + "-----END PKCS12-----" + end)
        .getBytes(US_ASCII);
  }
}
