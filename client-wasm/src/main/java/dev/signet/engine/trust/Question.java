package dev.signet.engine.trust;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.revocation.Evidence;
import java.util.List;

/**
 * What is asked of a certificate.
 *
 * @param more certificates for building paths besides the caller's
 * @param evidence on revocation besides the caller's
 * @param online whether a responder may be asked: never before the signature value that gives rise
 *     to the question has verified
 */
public record Question(
    Purpose purpose,
    PolicyInputs policies,
    List<MailCertificate> more,
    Evidence evidence,
    boolean online) {}
