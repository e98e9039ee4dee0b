package dev.signet.engine.encrypt;

import dev.signet.engine.Policy;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.List;
import java.util.Map;

/** Encryption to recipients of whom nothing is known, as a test asks for it. */
final class Encrypting {
  private Encrypting() {}

  static Step<Bulk> to(
      Host host,
      Bulk message,
      List<MailCertificate> recipients,
      ContentCipher cipher,
      Policy policy,
      long at) {
    return Recipients.of(host, recipients, judging(policy, at))
        .then(usable -> new MessageEncrypter(host, message).encrypt(usable, cipher));
  }

  static Recipients.Judging judging(Policy policy, long at) {
    return new Recipients.Judging(Map.of(), null, policy.minimumRsaBits(), at);
  }
}
