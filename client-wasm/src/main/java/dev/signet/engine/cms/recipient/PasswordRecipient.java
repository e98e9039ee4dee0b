package dev.signet.engine.cms.recipient;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A recipient by password (RFC 5652 section 6.2.4), with PBKDF2 and the wrap of RFC 3211. */
record PasswordRecipient(PasswordRecipientInfo info) implements Recipient {
  /** Salts have 8 to 64 octets; a long one is hashed again for each block of the key. */
  private static final int MOST_SALT = 1024;

  @Override
  public List<RecipientId> ids() {
    return List.of(new RecipientId(null, null, null));
  }

  @Override
  public String display() {
    return Names.orOid(
        info.getKeyEncryptionAlgorithm().getAlgorithm().getId(),
        () ->
            "password, PBKDF2 with HMAC-"
                + digest(derivation()).display()
                + ", "
                + cipher().display());
  }

  private static DigestAlgorithm digest(PBKDF2Params parameters) {
    return DigestAlgorithm.ofHmac(parameters.getPrf().getAlgorithm().getId());
  }

  /** The cipher in the wrap; its parameters are the initialisation vector. */
  private AlgorithmIdentifier inner() {
    AlgorithmIdentifier wrap = info.getKeyEncryptionAlgorithm();
    if (!wrap.getAlgorithm().equals(PKCSObjectIdentifiers.id_alg_PWRI_KEK)) {
      throw SmimeException.unsupported(wrap.getAlgorithm().getId());
    }
    return AlgorithmIdentifier.getInstance(wrap.getParameters());
  }

  private ContentCipher cipher() {
    ContentCipher cipher = ContentCipher.of(inner().getAlgorithm().getId());
    return switch (cipher) {
      case AES_128_CBC, AES_192_CBC, AES_256_CBC, DES_EDE3_CBC -> cipher;
      default -> throw SmimeException.unsupported(cipher.oid());
    };
  }

  private PBKDF2Params derivation() {
    AlgorithmIdentifier derivation = info.getKeyDerivationAlgorithm();
    if (derivation == null) {
      throw SmimeException.malformed("how a password is derived is missing");
    }
    if (!derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      throw SmimeException.unsupported(derivation.getAlgorithm().getId());
    }
    return PBKDF2Params.getInstance(derivation.getParameters());
  }

  @Override
  public void collect(Search search, boolean hidden) {
    if (hidden) {
      return;
    }
    if (search.secrets().passwords().isEmpty()) {
      search.missesSecret();
      return;
    }
    ContentCipher cipher = cipher();
    byte[] iv = ASN1OctetString.getInstance(inner().getParameters()).getOctets();
    PBKDF2Params derivation = derivation();
    BigInteger keyLength = derivation.getKeyLength();
    if (keyLength != null && !keyLength.equals(BigInteger.valueOf(cipher.keyBytes()))
        || derivation.getSalt().length > MOST_SALT) {
      throw SmimeException.malformed("the parameters of a password's derivation are damaged");
    }
    DigestAlgorithm prf = digest(derivation);
    for (String password : search.secrets().passwords()) {
      int rounds = search.secrets().spendRounds(derivation.getIterationCount());
      search.add(
          new Candidate(
              null,
              display(),
              false,
              keyBytes ->
                  Step.ask(
                          new Ask.Pbkdf2(
                              prf,
                              password.getBytes(UTF_8),
                              derivation.getSalt(),
                              rounds,
                              cipher.keyBytes()))
                      .then(
                          key ->
                              Step.ask(
                                  new Ask.UnwrapWithPassword(
                                      cipher, key, iv, info.getEncryptedKey().getOctets())))));
    }
  }
}
