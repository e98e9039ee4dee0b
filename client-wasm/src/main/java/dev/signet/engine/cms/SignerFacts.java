package dev.signet.engine.cms;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.report.StatusCode;

/**
 * What verifying one signer info came to.
 *
 * @param fault why the signature is not valid: {@code MALFORMED}, {@code UNSUPPORTED}, {@code
 *     TAMPERED} or {@code NO_SIGNER}; null when the signature value and the message digest are
 *     right
 * @param faultDetail the rule that is broken or the OID that is not supported, or null
 * @param weak whether the hash is one whose collisions can be made
 * @param certificate the signer's, or null where none was found
 * @param digest display name or OID
 * @param algorithm display name or OID
 * @param signingTime as claimed, milliseconds since 1970, or null
 * @param content the form of the content that was signed; null unless the signature is valid
 */
public record SignerFacts(
    StatusCode fault,
    String faultDetail,
    boolean weak,
    MailCertificate certificate,
    String digest,
    String algorithm,
    Long signingTime,
    Bulk content) {}
