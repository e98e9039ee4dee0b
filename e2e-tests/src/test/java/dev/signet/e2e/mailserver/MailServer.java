package dev.signet.e2e.mailserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cyrus, and the step after it that delivers what is submitted. Two accounts can write to each
 * other; what went through can be read octet by octet.
 */
public final class MailServer implements AutoCloseable {
  private final Cyrus cyrus;
  private final SubmissionServer submission = SubmissionServer.open();
  private final Map<String, String> passwords = new LinkedHashMap<>();

  private boolean started;

  private MailServer(Cyrus cyrus) {
    this.cyrus = cyrus;
  }

  /** Prepares one; nothing runs yet. */
  public static MailServer of(Cyrus cyrus) {
    return new MailServer(cyrus);
  }

  /** Adds an account; after the start as well. */
  public MailServer account(String address, String password) {
    passwords.put(address, password);
    submission.account(address);
    cyrus.account(address, password);
    if (started) {
      cyrus.makeMailboxes(address, password);
    }
    return this;
  }

  /** Starts it; each account that was added has its mailboxes then. */
  public MailServer start() {
    cyrus.start(submission.port());
    submission.deliverTo(cyrus.lmtpPort());
    passwords.forEach(cyrus::makeMailboxes);
    started = true;
    return this;
  }

  /** Puts a message into this account's inbox, as mail from outside comes. */
  public void deliver(String from, String recipient, byte[] message) {
    cyrus.deliver(from, List.of(recipient), message);
  }

  /** Puts this many short mails into an inbox, quickly. */
  public void fill(String address, int count) {
    try (ImapConnection imap = imap(address)) {
      ManyMails.into(imap, count);
    }
  }

  /** A connection by IMAP, signed in. */
  public ImapConnection imap(String address) {
    return cyrus.imap(address, passwords.get(address));
  }

  /** What this address signs in with. */
  public String password(String address) {
    return passwords.get(address);
  }

  public Cyrus cyrus() {
    return cyrus;
  }

  /** What was submitted, and the switch to refuse it. */
  public SubmissionServer submission() {
    return submission;
  }

  @Override
  public void close() {
    cyrus.close();
    submission.close();
  }
}
