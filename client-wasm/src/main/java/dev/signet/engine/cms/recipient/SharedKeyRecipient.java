package dev.signet.engine.cms.recipient;

import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.KEKRecipientInfo;
import org.bouncycastle.util.encoders.Hex;

/** A recipient by a key-encryption key that was shared beforehand (RFC 5652 section 6.2.3). */
record SharedKeyRecipient(KEKRecipientInfo info) implements Recipient {
  @Override
  public List<RecipientId> ids() {
    return List.of(new RecipientId(null, null, Hex.toHexString(identifier())));
  }

  private byte[] identifier() {
    return info.getKekid().getKeyIdentifier().getOctets();
  }

  @Override
  public String display() {
    return Names.orOid(
        info.getKeyEncryptionAlgorithm().getAlgorithm().getId(),
        () -> "shared key, " + wrapping().wrap().display());
  }

  private KeyWrapping wrapping() {
    return KeyWrapping.of(info.getKeyEncryptionAlgorithm());
  }

  @Override
  public void collect(Search search, boolean hidden) {
    byte[] identifier = identifier();
    if (hidden != (identifier.length == 0)) {
      return;
    }
    if (search.secrets().keyEncryptionKeys().isEmpty()) {
      search.missesSecret();
      return;
    }
    for (KeyEncryptionKey key : search.secrets().keyEncryptionKeys()) {
      if (hidden || Arrays.equals(key.identifier(), identifier)) {
        KeyWrapping wrapping = wrapping();
        search.add(
            new Candidate(
                null,
                display(),
                false,
                keyBytes ->
                    Step.ask(
                        new Ask.UnwrapWithKey(
                            wrapping.wrap(), key.key(), info.getEncryptedKey().getOctets()))));
      }
    }
  }
}
