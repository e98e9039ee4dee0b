package dev.signet.e2e.stage;

import dev.signet.e2e.mailserver.Cyrus;
import dev.signet.e2e.mailserver.JmapClient;
import dev.signet.e2e.mailserver.MailAuthority;
import dev.signet.e2e.mailserver.MailServer;
import dev.signet.e2e.mailserver.MailWorld;
import dev.signet.e2e.mailserver.MailWorld.Member;
import dev.signet.e2e.mailserver.ReverseProxy;
import dev.signet.e2e.mailserver.RewritingJmap;
import dev.signet.e2e.mailserver.SampleMail;
import dev.signet.e2e.mailserver.SampleMail.Sample;
import dev.signet.e2e.mailserver.SubmissionServer.Submitted;
import dev.signet.e2e.world.OpenSslPeer;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.RecordingProxy;
import dev.signet.e2e.world.World;
import dev.signet.testing.Leaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The stage with a real mail server: Cyrus and Signet under one origin, nginx before both, an
 * authority whose responder answers, and Alice, Bob and Carol with a certificate of it and an
 * account whose name is the address. These are other people than those of {@link World}.
 *
 * <p>All that the browser sends is recorded and judged with the run: a text that a test sends in an
 * unencrypted mail must be no {@link World#marker}. What reaches Signet's server is recorded once
 * more, by itself.
 */
public final class MailStage implements AutoCloseable {
  private final World world;
  private final MailWorld mail;
  private final OpenSslPeer openssl;
  private final RecordingProxy toServer = RecordingProxy.open();
  private final Site site;
  private final Stage stage;
  private RewritingJmap rewriting;
  private ReverseProxy rewritingProxy;
  private Site rewritten;

  MailStage(Stage stage) {
    this.stage = stage;
    world = stage.world();
    MailAuthority authority = MailAuthority.make(Project.scratch("mail-authority"));
    openssl = new OpenSslPeer(world, authority.root());
    mail =
        new MailWorld(
            authority,
            Cyrus.inNewFolder(),
            List.of(
                member("alice", World.ALICE, authority, Leaf.rsa(World.ALICE), "RSA"),
                member("bob", World.BOB, authority, Leaf.rsa(World.BOB), "RSA"),
                member("carol", World.CAROL, authority, Leaf.ec(World.CAROL), "EC")));
    site = stage.site("mail", mail.settings());
    for (Member member : mail.members()) {
      site.user(member.person().address(), member.password());
    }
    mail.start();
    Path folder = Project.scratch("mail-proxy");
    site.startBehind(
        port -> {
          toServer.forwardTo(port);
          return mail.before(toServer.port(), folder, 0).port();
        });
  }

  private Member member(
      String name, String address, MailAuthority authority, Leaf leaf, String algorithm) {
    Person person = world.person(name, address, authority.issuing(), leaf, algorithm);
    return new Member(person, world.password());
  }

  /** An RSA key; account {@code alice@example.org}. */
  public Person alice() {
    return mail.members().get(0).person();
  }

  /** An RSA key; account {@code bob@example.org}. */
  public Person bob() {
    return mail.members().get(1).person();
  }

  /** A key on P-256; account {@code carol@example.org}. */
  public Person carol() {
    return mail.members().get(2).person();
  }

  /**
   * Somebody new with an empty mailbox: an RSA key, a certificate, and an account at both servers.
   *
   * @param name such that no other test's person has it
   */
  public Person newcomer(String name) {
    String address = name + "@example.org";
    Person person = world.person(name, address, authority().issuing(), Leaf.rsa(address), "RSA");
    server().account(address, world.password());
    site.user(address, password(person));
    return person;
  }

  /** Puts mail of every colour into this person's inbox, and waits until each is as it says. */
  public List<Sample> fillInbox(Person to) {
    List<Sample> samples = mail.fillInbox(to);
    try {
      Thread.sleep(SampleMail.SETTLED.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return samples;
  }

  /**
   * A file with the certificate of this person and that of its issuer, which ends at the anchor.
   */
  public Path withItsIssuer(Person person) {
    try {
      String pem =
          Files.readString(person.identity().certificate())
              + Files.readString(authority().issuing().certificate());
      return world.file(
          person.name() + "-with-issuer.pem", pem.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this person signs in with, at Signet and at the mail server. */
  public String password(Person person) {
    return server().password(person.address());
  }

  /** The responder, and the switches of revocation. */
  public MailAuthority authority() {
    return mail.authority();
  }

  /** OpenSSL with this authority as its anchor. */
  public OpenSslPeer openssl() {
    return openssl;
  }

  /** Cyrus, and the step that delivers. */
  public MailServer server() {
    return mail.server();
  }

  /** What browsers see. */
  public Site site() {
    return site;
  }

  /** This person's account, past the browser and its recorder. */
  public JmapClient jmap(Person person) {
    URI session = URI.create("http://127.0.0.1:" + mail.proxy().port() + "/jmap/");
    return new JmapClient(session, person.address(), password(person));
  }

  /** Puts a message into this person's inbox, as mail from outside comes. */
  public void deliver(Person to, byte[] message) {
    server().deliver("outside@example.net", to.address(), message);
  }

  /** Every message that was sent so far, octet by octet, the oldest first. */
  public List<Submitted> submitted() {
    return server().submission().submitted();
  }

  /** What reached Signet's server, as against the mail server. */
  public List<byte[]> sentToServer() {
    return toServer.sent();
  }

  /**
   * A site beside this one, with the same accounts, whose JMAP server rewrites what it imports: as
   * Apache James does, until {@link #rewriting} is told otherwise.
   */
  public synchronized Site rewritingSite() {
    if (rewritten == null) {
      rewriting = RewritingJmap.before(server().cyrus().httpPort());
      Site site = stage.site("mail-rewriting", mail.settings());
      for (Member member : mail.members()) {
        site.user(member.person().address(), member.password());
      }
      Path folder = Project.scratch("mail-rewriting-proxy");
      site.startBehind(
          port -> {
            rewritingProxy = ReverseProxy.start(folder, 0, port, rewriting.port());
            return rewritingProxy.port();
          });
      rewritten = site;
    }
    return rewritten;
  }

  /** The server that rewrites, of {@link #rewritingSite}. */
  public RewritingJmap rewriting() {
    rewritingSite();
    return rewriting;
  }

  /** Ends what the run does not end by itself: its {@link Site} is the stage's. */
  @Override
  public void close() {
    if (rewritten != null) {
      rewritingProxy.close();
      rewriting.close();
    }
    mail.close();
    toServer.close();
  }
}
