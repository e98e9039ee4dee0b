package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A recipient by key transport (RFC 5652 section 6.2.1) with RSA (RFC 8551 section 2.3). */
record TransportRecipient(RecipientName name, AlgorithmIdentifier algorithm, byte[] encryptedKey)
    implements Recipient {

  static TransportRecipient of(KeyTransRecipientInfo info) {
    return new TransportRecipient(
        RecipientName.of(info.getRecipientIdentifier().getId()),
        info.getKeyEncryptionAlgorithm(),
        info.getEncryptedKey().getOctets());
  }

  @Override
  public List<RecipientId> ids() {
    return List.of(name.id());
  }

  @Override
  public String display() {
    return Names.orOid(algorithm.getAlgorithm().getId(), () -> transport().display());
  }

  @Override
  public void collect(Search search, boolean hidden) {
    for (UnlockedKey key : search.keys(name, hidden, each -> each.kind() == PrivateKey.Kind.RSA)) {
      KeyTransport transport = transport();
      search.add(
          new Candidate(
              key,
              transport.display(),
              true,
              keyBytes ->
                  Step.ask(
                      new Ask.UnwrapKey(key.privateKey(), transport, encryptedKey, keyBytes))));
    }
  }

  private KeyTransport transport() {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return new KeyTransport.Pkcs1();
    }
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
      throw SmimeException.unsupported(algorithm.getAlgorithm().getId());
    }
    return Asn1.read("the key transport", this::oaep);
  }

  private KeyTransport oaep() {
    RSAESOAEPparams parameters =
        algorithm.getParameters() == null
            ? new RSAESOAEPparams()
            : RSAESOAEPparams.getInstance(algorithm.getParameters());
    AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
    AlgorithmIdentifier label = parameters.getPSourceAlgorithm();
    if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
      throw SmimeException.unsupported(mask.getAlgorithm().getId());
    }
    if (!label.getAlgorithm().equals(PKCSObjectIdentifiers.id_pSpecified)) {
      throw SmimeException.unsupported(label.getAlgorithm().getId());
    }
    return new KeyTransport.Oaep(
        DigestAlgorithm.of(parameters.getHashAlgorithm().getAlgorithm().getId()),
        DigestAlgorithm.of(
            AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm().getId()),
        ASN1OctetString.getInstance(label.getParameters()).getOctets());
  }
}
