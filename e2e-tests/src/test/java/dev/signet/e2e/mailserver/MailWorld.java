package dev.signet.e2e.mailserver;

import dev.signet.e2e.mailserver.ImapConnection.Appended;
import dev.signet.e2e.mailserver.SampleMail.Sample;
import dev.signet.e2e.world.Loopback;
import dev.signet.e2e.world.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around Signet where mail is read: the authority and its responder, the mail server,
 * the reverse proxy, and people with an account. The tests' stage and {@code ./run} are made of it.
 */
public final class MailWorld implements AutoCloseable {
  /**
   * Somebody with an account at Signet and at the mail server, whose name is the address.
   *
   * @param password of both
   */
  public record Member(Person person, String password) {}

  /** How many of the newest sample mails are unread. */
  private static final int UNREAD = 5;

  private final MailAuthority authority;
  private final List<Member> members;
  private final MailServer server;
  private ReverseProxy proxy;

  /**
   * Nothing but the responder runs yet.
   *
   * @param members whose certificates are of this authority
   */
  public MailWorld(MailAuthority authority, Cyrus cyrus, List<Member> members) {
    this.authority = authority;
    this.members = List.copyOf(members);
    server = MailServer.of(cyrus);
    for (Member member : members) {
      server.account(member.person().address(), member.password());
    }
  }

  /** What Signet's server has to be told of all this. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("mail", "/jmap/");
    settings.put("trusted-proxies", Loopback.HOST);
    settings.put("trust-anchors", authority.root().certificate().toString());
    settings.put("ocsp", "on");
    settings.put(
        "ocsp.allow",
        Loopback.HOST + "/32:" + authority.responderPort() + ", " + SampleSigners.UNREACHABLE);
    // A responder that goes away, or a certificate that is revoked, must show at once.
    settings.put("ocsp.cache-bytes", "0");
    return settings;
  }

  /** Starts the mail server. */
  public MailWorld start() {
    server.start();
    return this;
  }

  /**
   * Starts the proxy, which puts the mail server and Signet under one origin.
   *
   * @param port the port to listen at; 0 picks one
   * @param signet the port of Signet's server
   */
  public ReverseProxy before(int signet, Path folder, int port) {
    proxy = ReverseProxy.start(folder, port, signet, server.cyrus().httpPort());
    return proxy;
  }

  /** Puts sample mail from another member into this one's inbox. */
  public List<Sample> fillInbox(Person to) {
    List<Person> others =
        members.stream().map(Member::person).filter(each -> !each.equals(to)).toList();
    List<Sample> samples = SampleMail.of(authority, others.get(0), to, others.get(1));
    List<Appended> oldestFirst = new ArrayList<>();
    for (Sample sample : samples) {
      String flags = oldestFirst.size() < UNREAD ? "" : "\\Seen";
      oldestFirst.add(Appended.at(sample.date(), flags, sample.message()));
    }
    Collections.reverse(oldestFirst);
    try (ImapConnection imap = server.imap(to.address())) {
      imap.append("INBOX", oldestFirst.iterator());
    }
    return samples;
  }

  public List<Member> members() {
    return members;
  }

  /** The responder, and the switches of revocation. */
  public MailAuthority authority() {
    return authority;
  }

  /** Cyrus, and the step that delivers. */
  public MailServer server() {
    return server;
  }

  /** The proxy, once it has been started. */
  public ReverseProxy proxy() {
    return proxy;
  }

  @Override
  public void close() {
    if (proxy != null) {
      proxy.close();
    }
    server.close();
    authority.close();
  }
}
