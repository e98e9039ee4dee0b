package dev.signet.engine.cms.recipient;

import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.List;

/**
 * A recipient of a kind that the engine does not have. Nothing tells whom it is for.
 *
 * @param oid of its kind (RFC 5652 section 6.2.5)
 */
record OtherRecipient(String oid) implements Recipient {
  @Override
  public List<RecipientId> ids() {
    return List.of(new RecipientId(null, null, null));
  }

  @Override
  public String display() {
    return oid;
  }

  @Override
  public void collect(Search search, boolean hidden) {
    // Nobody at hand can be it.
  }
}
