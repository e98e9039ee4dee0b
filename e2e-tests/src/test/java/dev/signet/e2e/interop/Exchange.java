package dev.signet.e2e.interop;

import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.e2e.interop.peer.Parties;
import dev.signet.e2e.interop.peer.Party;
import dev.signet.e2e.interop.peer.Peer;
import dev.signet.e2e.interop.peer.Refusal;
import dev.signet.testing.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One message from one side to the other. */
final class Exchange {
  private static final String WORDS = "What the matrix says";
  private static final byte[] ENTITY =
      ("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
              + WORDS
              + "\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final Subject subject;
  private final Parties parties;
  private final Peer peer;
  private final Row row;
  private final Peer reference;

  /**
   * @param reference writes the same form when the peer refuses the engine's message: a peer that
   *     reads the one must read the other
   */
  Exchange(Subject subject, Parties parties, Peer peer, Row row, Peer reference) {
    this.subject = subject;
    this.parties = parties;
    this.peer = peer;
    this.row = row;
    this.reference = reference;
  }

  Cell run(Direction direction) {
    try {
      return direction == Direction.PEER_READS ? peerReads() : peerWrites();
    } catch (Refusal e) {
      return direction == Direction.PEER_READS && peerReadsReference()
          ? Cell.failed("it reads the reference's, and of ours says: " + e.getMessage())
          : Cell.cannot(e.getMessage());
    } catch (EngineError e) {
      return Cell.failed("Signet refuses: " + e.getMessage());
    }
  }

  private Cell peerReads() throws Refusal {
    if (row.signature() != null) {
      Party signer = parties.of(row.signer());
      byte[] message = subject.sign(ENTITY, row.signature(), signer);
      peer.verify(message, signer);
      return refused(message, signer);
    }
    List<Party> recipients = recipients();
    byte[] message = subject.encrypt(ENTITY, row.encryption(), recipients);
    for (Party recipient : recipients) {
      byte[] content = peer.decrypt(message, recipient);
      if (!same(content)) {
        return Cell.failed("it reads something else as " + recipient.name());
      }
    }
    return Cell.passed();
  }

  private boolean peerReadsReference() {
    try {
      if (row.signature() != null) {
        Party signer = parties.of(row.signer());
        peer.verify(reference.sign(ENTITY, row.signature(), signer), signer);
      } else {
        byte[] message = reference.encrypt(ENTITY, row.encryption(), recipients());
        for (Party recipient : recipients()) {
          peer.decrypt(message, recipient);
        }
      }
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  /** A peer that says yes to everything would pass every row. */
  private Cell refused(byte[] message, Party signer) {
    byte[] changed = message.clone();
    int at = row.signature().opaque() ? signatureOctet(message) : indexOf(message, WORDS);
    changed[at] = (byte) (changed[at] == 'W' ? 'V' : 'W');
    try {
      peer.verify(changed, signer);
    } catch (Refusal | RuntimeException | AssertionError e) {
      return Cell.passed();
    }
    return Cell.failed("it accepts what was changed since");
  }

  /** In an opaque message the last octets but the very end are those of the signature value. */
  private static int signatureOctet(byte[] message) {
    int at = message.length - 1;
    while (message[at] == '\r' || message[at] == '\n' || message[at] == '=') {
      at--;
    }
    return at - 12;
  }

  private Cell peerWrites() throws Refusal {
    Opened opened;
    String expected;
    if (row.signature() != null) {
      opened = subject.open(peer.sign(ENTITY, row.signature(), parties.of(row.signer())));
      expected = "verified-revocation-off";
    } else {
      opened = subject.open(peer.encrypt(ENTITY, row.encryption(), recipients()));
      expected = "decrypted";
    }
    if (!opened.code().equals(expected)) {
      return Cell.failed(opened.code() + ": " + Texts.of(opened.report().get("status")));
    }
    if (!same(opened.content())) {
      return Cell.failed("another content");
    }
    String used = used(opened);
    return used.equalsIgnoreCase(asked())
        ? Cell.passed()
        : Cell.cannot("no option for it; it takes " + used);
  }

  private static String used(Opened opened) {
    return opened.report().at("/encryption").isNull()
        ? opened.report().at("/signature/signers/0/digest").asText()
        : opened.report().at("/encryption/contentCipher").asText();
  }

  private String asked() {
    if (row.signature() != null) {
      return row.signature().digest();
    }
    return row.encryption().cipher().equals("3des") ? "3DES-CBC" : row.encryption().cipher();
  }

  private List<Party> recipients() {
    return row.recipients().stream().map(parties::of).toList();
  }

  /**
   * To the octet; a peer that has words alone, or writes fields of its own, is held to the words.
   */
  private boolean same(byte[] content) {
    return peer.exact() ? Arrays.equals(ENTITY, content) : indexOf(content, WORDS) >= 0;
  }

  private static int indexOf(byte[] bytes, String words) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(words);
  }
}
