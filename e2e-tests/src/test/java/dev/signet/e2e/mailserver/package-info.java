/**
 * The mail server of a run, as production has one: Cyrus IMAP with JMAP, the step that takes what
 * is submitted and delivers it, the reverse proxy that puts both servers under one origin, the
 * authority with its responder, and the mail that lies in the inboxes. {@code ./run} starts the
 * same world; so nothing here needs more than the JDK, but for {@link JmapClient}.
 */
package dev.signet.e2e.mailserver;
