package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * Pairs every key with its certificate by the attribute localKeyId: some readers find a key's
 * certificate by nothing else.
 */
final class Pairing {
  private Pairing() {}

  /** The same contents; where key and certificate were not paired, they are now. */
  static Step<Contents> paired(Contents contents) {
    return Step.each(contents.keys(), OwnKey::read).map(keys -> paired(contents, keys));
  }

  private static Contents paired(Contents contents, List<OwnKey> own) {
    List<Bag.X509> certificates = new ArrayList<>(contents.certificates());
    List<Contents.Key> keys = new ArrayList<>();
    for (OwnKey each : own) {
      Contents.Key key = each.bag();
      // A key of a kind that the engine cannot use is kept as it is.
      Optional<MatchedCertificate> matched =
          each.key() == null
              ? Optional.empty()
              : MatchedCertificate.of(each, Pkcs12Reader.readable(certificates));
      if (matched.isEmpty() || Bag.paired(key.attributes(), matched.get().bag().attributes())) {
        keys.add(key);
        continue;
      }
      Bag.X509 bag = matched.get().bag();
      byte[] id = Bag.localKeyId(bag.attributes()).orElseGet(() -> sha1(bag.der()));
      keys.add(new Contents.Key(key.info(), withId(key.attributes(), id)));
      certificates.set(
          certificates.indexOf(bag), new Bag.X509(bag.der(), withId(bag.attributes(), id)));
    }
    return new Contents(keys, certificates, contents.unsupported());
  }

  private static ASN1Set withId(ASN1Set attributes, byte[] id) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    if (attributes != null) {
      for (ASN1Encodable each : attributes) {
        if (!Attribute.getInstance(each)
            .getAttrType()
            .equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId)) {
          all.add(each);
        }
      }
    }
    all.add(
        new Attribute(
            PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DERSet(new DEROctetString(id))));
    return new DERSet(all);
  }

  private static byte[] sha1(byte[] der) {
    return ShortDigests.of(DigestAlgorithm.SHA1, der);
  }
}
