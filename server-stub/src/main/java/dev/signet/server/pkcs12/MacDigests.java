package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;

/** The digests that MACs of PKCS#12 files name, by OID. */
final class MacDigests {
  /** {@code id-sha1} of the OSE Implementors' Workshop. */
  private static final ASN1ObjectIdentifier SHA1 = new ASN1ObjectIdentifier("1.3.14.3.2.26");

  private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> PLAIN =
      Map.ofEntries(
          Map.entry(PKCSObjectIdentifiers.md4, MD4Digest::new),
          Map.entry(PKCSObjectIdentifiers.md5, MD5Digest::new),
          Map.entry(SHA1, SHA1Digest::new),
          Map.entry(NISTObjectIdentifiers.id_sha224, SHA224Digest::new),
          Map.entry(NISTObjectIdentifiers.id_sha256, SHA256Digest::new),
          Map.entry(NISTObjectIdentifiers.id_sha384, SHA384Digest::new),
          Map.entry(NISTObjectIdentifiers.id_sha512, SHA512Digest::new),
          Map.entry(NISTObjectIdentifiers.id_sha512_224, () -> new SHA512tDigest(224)),
          Map.entry(NISTObjectIdentifiers.id_sha512_256, () -> new SHA512tDigest(256)),
          Map.entry(NISTObjectIdentifiers.id_sha3_224, () -> new SHA3Digest(224)),
          Map.entry(NISTObjectIdentifiers.id_sha3_256, () -> new SHA3Digest(256)),
          Map.entry(NISTObjectIdentifiers.id_sha3_384, () -> new SHA3Digest(384)),
          Map.entry(NISTObjectIdentifiers.id_sha3_512, () -> new SHA3Digest(512)));

  private static final Map<ASN1ObjectIdentifier, Supplier<Digest>> HMAC =
      Map.ofEntries(
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA1, SHA1Digest::new),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA224, SHA224Digest::new),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA256, SHA256Digest::new),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA384, SHA384Digest::new),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA512, SHA512Digest::new),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA512_224, () -> new SHA512tDigest(224)),
          Map.entry(PKCSObjectIdentifiers.id_hmacWithSHA512_256, () -> new SHA512tDigest(256)),
          Map.entry(NISTObjectIdentifiers.id_hmacWithSHA3_224, () -> new SHA3Digest(224)),
          Map.entry(NISTObjectIdentifiers.id_hmacWithSHA3_256, () -> new SHA3Digest(256)),
          Map.entry(NISTObjectIdentifiers.id_hmacWithSHA3_384, () -> new SHA3Digest(384)),
          Map.entry(NISTObjectIdentifiers.id_hmacWithSHA3_512, () -> new SHA3Digest(512)));

  private MacDigests() {}

  /** The digest of that name. */
  static Digest of(ASN1ObjectIdentifier digest) throws Pkcs12Refusal {
    return find(PLAIN, digest);
  }

  /** The digest of the HMAC of that name. */
  static Digest ofHmac(ASN1ObjectIdentifier hmac) throws Pkcs12Refusal {
    return find(HMAC, hmac);
  }

  private static Digest find(
      Map<ASN1ObjectIdentifier, Supplier<Digest>> digests, ASN1ObjectIdentifier oid)
      throws Pkcs12Refusal {
    Supplier<Digest> digest = digests.get(oid);
    if (digest == null) {
      throw new Pkcs12Refusal(
          Reason.UNSUPPORTED, "The MAC's algorithm " + oid + " is not supported.");
    }
    return digest.get();
  }
}
