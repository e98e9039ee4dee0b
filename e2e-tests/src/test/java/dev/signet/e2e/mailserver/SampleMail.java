package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.testing.TestCa;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A mail for every colour and every code that OpenSSL can bring about, from one person to another.
 * Nothing of the product made it.
 */
public final class SampleMail {
  /**
   * One of them.
   *
   * @param code the status that is right, once {@link #SETTLED} is over and while the responder
   *     answers and the recipient's key is unlocked
   * @param encrypted whether it can be read only with the recipient's key
   * @param date of its header
   */
  public record Sample(
      String code, boolean encrypted, String subject, Instant date, byte[] message) {}

  /** After this time every sample has the status that it is to show. */
  public static final Duration SETTLED = SampleSigners.SHORTLY;

  private final MailAuthority authority;
  private final Person from;
  private final Person to;
  private final Person other;
  private final SampleSigners like;
  private final List<Sample> samples = new ArrayList<>();

  private SampleMail(MailAuthority authority, Person from, Person to, Person other) {
    this.authority = authority;
    this.from = from;
    this.to = to;
    this.other = other;
    like = SampleSigners.like(from, authority);
  }

  /**
   * Makes them, the newest first.
   *
   * @param other somebody with another address than the sender's
   */
  public static List<Sample> of(MailAuthority authority, Person from, Person to, Person other) {
    SampleMail maker = new SampleMail(authority, from, to, other);
    maker.readable();
    maker.encrypted();
    maker.doubtful();
    maker.failing();
    maker.partlySigned();
    return List.copyOf(maker.samples);
  }

  private void readable() {
    add("unsigned", "Lunch on Thursday?", letter("shall we have lunch on Thursday, at noon?"));
    add(
        "verified",
        "The minutes",
        signed(from, letter("these are the minutes, and I stand by them.")));
    add(
        "verified",
        "The contract, in one piece",
        signed(
            from,
            letter("this mail is signed as a whole: without S/MIME nobody reads it."),
            "-nodetach"));
    add(
        "verified",
        "Documents attached",
        signed(
            from,
            SampleEntity.withAttachments(
                "A document, a picture and a text; all of it is signed.")));
    add(
        "unsigned",
        "Our offers",
        SampleEntity.html("This newsletter would like to load a picture."));
    add(
        "verified",
        "Our offers, signed",
        signed(from, SampleEntity.html("Signed, and it would still like to load a picture.")));
    add(
        "unsigned",
        "Holiday pictures",
        SampleEntity.withAttachments("Not signed, three files attached."));
  }

  private void encrypted() {
    encrypted(
        "decrypted",
        "Between us",
        letter("nobody but you reads this; who wrote it is not proven."));
    encrypted(
        "verified",
        "Between us, signed",
        signed(from, letter("nobody but you reads this, and it is from me.")));
    encrypted(
        "verified",
        "The confidential documents",
        signed(from, SampleEntity.withAttachments("Encrypted and signed, with attachments.")));
    encrypted(
        "decrypted",
        "A secret newsletter",
        SampleEntity.html("Encrypted, and no picture may be loaded."));
    encrypted(
        "tampered",
        "Between us, but changed",
        changed(signed(from, letter("the amount is 100 euros.")), "100 euros", "900 euros"));
  }

  private void doubtful() {
    add(
        "revocation-unknown",
        "From a certificate that nobody answers for",
        signed(like.unanswered(), letter("the responder of my certificate is not there.")));
    add(
        "expired-since-signing",
        "From last season",
        signed(like.expiring(), letter("my certificate was valid when I signed this.")));
    samples.add(
        sample(
            "date-mismatch",
            "Signed days after it was written",
            Instant.now().minus(Duration.ofDays(3)),
            false,
            "From: " + from.mailbox(),
            signed(from, letter("Date says three days ago, the signature says today."))));
    samples.add(
        sample(
            "sender-only-match",
            "On behalf of the office",
            date(),
            false,
            "From: Office <office@example.org>\r\nSender: " + from.mailbox(),
            signed(from, letter("the office is the author, and I have sent it."))));
  }

  private void failing() {
    add(
        "tampered",
        "The account number",
        changed(signed(from, letter("the account number is 1234.")), "1234", "6789"));
    add(
        "revoked",
        "From a key that was lost",
        signed(like.revoked(), letter("my certificate has been revoked.")));
    add(
        "untrusted",
        "From an authority that nobody knows",
        signed(like.untrusted(), letter("who says that this is me?")));
    add(
        "address-mismatch",
        "From somebody else",
        signed(other, letter("From says one, the signature says another.")));
    add(
        "expired",
        "From an old certificate",
        signed(like.expired(), letter("my certificate had expired when I signed.")));
    add(
        "not-yet-valid",
        "From the future",
        signed(like.notYetValid(), letter("my certificate is not valid yet.")));
    add(
        "wrong-purpose",
        "From a web server",
        signed(like.forServers(), letter("my certificate is not meant for mail.")));
    add(
        "weak-algorithm",
        "Signed as in the nineties",
        signed(from, letter("the digest is SHA-1."), "-md", "sha1"));
    add(
        "malformed",
        "Half a signature",
        halved(signed(from, letter("half of my signature is missing."))));
  }

  private void partlySigned() {
    byte[] forwarded =
        sample(
                "",
                "The original",
                date(),
                false,
                "From: " + other.mailbox(),
                signed(other, letter("this part is signed.")))
            .message();
    add(
        "unsigned",
        "Fwd: The original",
        SampleEntity.forwarding("Look what came in. This text is not signed.", forwarded));
    add(
        "unsigned",
        "[list] With a footer",
        SampleEntity.withFooter(
            signed(from, letter("I have signed this part, and the list has added another.")),
            "-- \nThis list adds what nobody has signed."));
  }

  private byte[] letter(String sentence) {
    return SampleEntity.text("Hello " + capital(to) + ",", "", sentence, "", capital(from));
  }

  private byte[] signed(Person signer, byte[] entity, String... options) {
    TestCa issuing = authority.issuing();
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-certfile", issuing.certificate().toString()));
    return Mail.signed(signer, entity, all.toArray(new String[0]));
  }

  private void add(String code, String subject, byte[] entity) {
    samples.add(sample(code, subject, date(), false, "From: " + from.mailbox(), entity));
  }

  private void encrypted(String code, String subject, byte[] entity) {
    samples.add(
        sample(code, subject, date(), true, "From: " + from.mailbox(), Mail.encrypted(to, entity)));
  }

  /** A signature is made now; a mail within a day of it agrees with it. */
  private Instant date() {
    return Instant.now().minus(Duration.ofMinutes(5 + 37L * samples.size()));
  }

  private Sample sample(
      String code, String subject, Instant date, boolean encrypted, String author, byte[] entity) {
    String start = new String(entity, 0, Math.min(12, entity.length), StandardCharsets.US_ASCII);
    String header =
        String.join(
            "\r\n",
            author,
            "To: " + to.mailbox(),
            "Subject: " + subject,
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)),
            "Message-ID: <" + UUID.randomUUID() + "@example.org>",
            start.equals("MIME-Version") ? "" : "MIME-Version: 1.0\r\n");
    return new Sample(
        code,
        encrypted,
        subject,
        date,
        SampleEntity.join(header.getBytes(StandardCharsets.UTF_8), entity));
  }

  private static byte[] changed(byte[] signed, String before, String after) {
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    if (!text.contains(before)) {
      throw new IllegalStateException("the text does not stand there to be changed");
    }
    return text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The base64 of the signature loses its second half. */
  private static byte[] halved(byte[] signed) {
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    int from = text.indexOf("\r\n\r\n", text.indexOf("smime.p7s", text.indexOf("filename"))) + 4;
    int to = text.indexOf("\r\n\r\n", from);
    int middle = text.indexOf("\r\n", from + (to - from) / 2);
    return (text.substring(0, middle) + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String capital(Person person) {
    return person.mailbox().replaceAll(" <.*", "");
  }
}
