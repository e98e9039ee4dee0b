package dev.signet.e2e.interop;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.e2e.interop.peer.Message;
import dev.signet.e2e.interop.peer.Parties;
import dev.signet.e2e.interop.peer.Party;
import dev.signet.e2e.interop.peer.Peer.Encryption;
import dev.signet.e2e.interop.peer.Peer.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine, with every party's key unlocked. */
final class Subject implements AutoCloseable {
  /** id-RSAES-OAEP: with it among a recipient's capabilities the engine writes OAEP. */
  private static final String OAEP = "1.2.840.113549.1.1.7";

  private final EngineUnderTest engine;
  private final Map<String, String> keys = new HashMap<>();

  Subject(EngineUnderTest.Factory engines, Parties parties) {
    engine = engines.create(List.of(parties.authority().certificateDer()), true);
    for (Party party : parties.all()) {
      byte[] p12 = party.identity().p12(Party.PASSPHRASE);
      keys.put(party.name(), engine.unlock(p12, Party.PASSPHRASE).get(0).get("id").asText());
    }
  }

  byte[] sign(byte[] entity, Signature form, Party signer) {
    byte[] message = Message.from(signer, entity);
    String key = keys.get(signer.name());
    return form.pss()
        ? engine.signPss(message, key, form.opaque(), form.digest())
        : engine.sign(message, key, form.opaque(), form.digest());
  }

  byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) {
    byte[] message = Message.from(recipients.get(0), entity);
    List<byte[]> certificates = recipients.stream().map(Party::certificate).toList();
    if (!form.oaep()) {
      return engine.encrypt(message, certificates, form.cipher());
    }
    Map<String, List<String>> capabilities = new HashMap<>();
    for (byte[] certificate : certificates) {
      String fingerprint =
          engine.readCertificates(certificate).get(0).at("/fingerprints/sha256").asText();
      capabilities.put(fingerprint, List.of(OAEP));
    }
    return engine.encrypt(
        message,
        EngineUnderTest.Encryption.to(certificates).under(form.cipher()).knowing(capabilities));
  }

  Opened open(byte[] message) {
    return engine.open(message);
  }

  @Override
  public void close() {
    engine.close();
  }
}
