package dev.signet.engine.report;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * One of the messages that a mail with hidden recipients becomes.
 *
 * @param recipients whose keys open it
 */
public record EncryptedCopy(List<MailCertificate> recipients, Bulk message) {}
