package dev.signet.engine.cms.recipient;

import dev.signet.engine.report.EncryptionReport.RecipientId;
import java.util.List;

/** One RecipientInfo (RFC 5652 section 6.2), by the way in which it gives the content key. */
public sealed interface Recipient
    permits AgreementRecipient,
        EncapsulationRecipient,
        OtherRecipient,
        PasswordRecipient,
        SharedKeyRecipient,
        TransportRecipient {

  /** Whom it names, for reports: one for each certificate, key or password. */
  List<RecipientId> ids();

  /** Name of the key management for reports, or the OID of one that the engine does not have. */
  String display();

  /**
   * Adds the secrets at hand that it may be for.
   *
   * @param hidden whether those that it does not name are looked at, or those that it does
   * @throws dev.signet.engine.SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code
   *     REFUSED_PARAMETERS} or {@code MALFORMED_MESSAGE}, where it is for somebody at hand
   */
  void collect(Search search, boolean hidden);
}
