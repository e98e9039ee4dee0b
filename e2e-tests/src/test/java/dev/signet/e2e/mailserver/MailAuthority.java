package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import dev.signet.e2e.world.Person;
import dev.signet.testing.TestCa;
import java.nio.file.Path;

/**
 * The certification authority of a mail domain: a root that the site trusts, an authority below it
 * that issues, and a responder for both. Certificates can be revoked and given back, and the
 * responder can be away for a while.
 */
public final class MailAuthority implements AutoCloseable {
  private final TestCa root;
  private final TestCa issuing;
  private final LoopbackResponder responder;
  private final String ofIssuing;

  private MailAuthority(
      TestCa root, TestCa issuing, LoopbackResponder responder, String ofIssuing) {
    this.root = root;
    this.issuing = issuing;
    this.responder = responder;
    this.ofIssuing = ofIssuing;
  }

  /** Makes all of it anew in an existing folder. */
  public static MailAuthority make(Path folder) {
    LoopbackResponder responder = new LoopbackResponder(0);
    TestCa root = TestCa.root(folder, "mail-root");
    root.answeredBy(responder.answerFor("root", root));
    TestCa issuing = root.authority("mail-issuing");
    return of(root, issuing, responder);
  }

  /**
   * Takes up what {@link #make} left in a folder.
   *
   * @param port the responder's, which the certificates name
   * @throws IllegalStateException where something else listens there
   */
  public static MailAuthority open(Path folder, int port) {
    if (!Loopback.isFree(port)) {
      throw new IllegalStateException(
          "port "
              + port
              + " of the OCSP responder, which the certificates name, is taken; end what has it,"
              + " or begin anew with --fresh");
    }
    LoopbackResponder responder = new LoopbackResponder(port);
    TestCa root = TestCa.existing(folder, "mail-root", null);
    root.answeredBy(responder.answerFor("root", root));
    TestCa issuing = TestCa.existing(folder, "mail-issuing", root);
    return of(root, issuing, responder);
  }

  private static MailAuthority of(TestCa root, TestCa issuing, LoopbackResponder responder) {
    String address = responder.answerFor("issuing", issuing);
    issuing.answeredBy(address);
    return new MailAuthority(root, issuing, responder, address);
  }

  /** The anchor. */
  public TestCa root() {
    return root;
  }

  /** Who issues; its certificates name the responder. */
  public TestCa issuing() {
    return issuing;
  }

  /** The address of the responder that the certificates name. */
  public String responder() {
    return ofIssuing;
  }

  /** The port of the responder on 127.0.0.1, whether it listens or not. */
  public int responderPort() {
    return responder.port();
  }

  /** From now on nobody answers. */
  public void stopResponder() {
    responder.stop();
  }

  /** It answers again. */
  public void startResponder() {
    responder.start();
  }

  /** Puts this person's certificate on hold, from which it can be given back. */
  public void revoke(Person person) {
    issuing.revoke(person.identity().certificate(), "certificateHold");
  }

  /** The certificate is good again. */
  public void giveBack(Person person) {
    issuing.giveBack(person.identity().certificate());
  }

  @Override
  public void close() {
    responder.close();
  }
}
