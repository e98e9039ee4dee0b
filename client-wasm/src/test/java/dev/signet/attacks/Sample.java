package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.CompressedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A message to be damaged: short, so that each of its octets gets its turn. */
record Sample(String name, byte[] mail) {
  @Override
  public String toString() {
    return name;
  }

  /** What every sample says. */
  static final byte[] ENTITY = Mail.ENTITY;

  private static List<Sample> all;

  /** The key is short, so that thousands of messages are opened in a second. */
  static Identity reader() {
    return Readers.RSA;
  }

  static Identity ecReader() {
    return Readers.EC;
  }

  private static final class Readers {
    static final Identity RSA =
        World.get().ca().issue("attacked", Leaf.rsa("bob@example.org").withKey("RSA:1024"));
    static final Identity EC = World.get().carol();
  }

  /** A short mail of every kind; to try another kind, add it here. */
  static synchronized List<Sample> all() {
    if (all == null) {
      all = List.copyOf(make());
    }
    return all;
  }

  private static List<Sample> make() {
    Identity alice = World.get().alice();
    List<Sample> made = new ArrayList<>();
    Mail mail = Mail.fromAlice();
    String[] bare = {"-binary", "-nocerts"};
    byte[] detached = mail.signed(ENTITY, alice, "-binary", "-nosmimecap");
    made.add(new Sample("signed, detached", mail.of(detached)));
    made.add(
        new Sample(
            "signed, detached, LF alone",
            mail.of(text(detached).replace("\r\n", "\n").getBytes(ISO_8859_1))));
    made.add(new Sample("signed, no certificate", mail.of(mail.signed(ENTITY, alice, bare))));
    made.add(
        new Sample(
            "signed, opaque",
            mail.of(octets(mail.signed(ENTITY, alice, "-binary", "-nodetach", "-nosmimecap")))));
    made.add(
        new Sample(
            "signed, opaque, indefinite lengths",
            mail.of(
                octets(
                    mail.signed(
                        ENTITY, alice, "-binary", "-nodetach", "-nosmimecap", "-stream")))));
    made.add(new Sample("encrypted, RSA, CBC", mail.of(octets(mail.encrypted(ENTITY, reader())))));
    made.add(
        new Sample(
            "encrypted, RSA-OAEP, base64",
            mail.of(
                mail.encrypted(
                    ENTITY,
                    reader(),
                    "-recip",
                    reader().certificate().toString(),
                    "-keyopt",
                    "rsa_padding_mode:oaep"))));
    made.add(
        new Sample("encrypted, ECDH, CBC", mail.of(octets(mail.encrypted(ENTITY, ecReader())))));
    made.add(
        new Sample(
            "encrypted, RSA, GCM",
            mail.of(octets(mail.encrypted(ENTITY, reader(), "-aes-256-gcm")))));
    made.add(
        new Sample(
            "signed, then encrypted",
            mail.of(
                octets(
                    mail.encrypted(
                        mail.signed(ENTITY, alice, "-binary", "-nodetach", "-nocerts"),
                        reader())))));
    made.add(
        new Sample(
            "encrypted for a password and a key",
            mail.of(
                octets(
                    mail.encrypted(
                        ENTITY,
                        reader(),
                        "-pwri_password",
                        "a password",
                        "-recip",
                        reader().certificate().toString())))));
    made.add(new Sample("compressed", mail.of(compressed(ENTITY))));
    made.add(
        new Sample(
            "signed, with a list's footer",
            mail.of(
                ("Content-Type: multipart/mixed; boundary=list\r\n\r\n--list\r\n"
                        + text(mail.signed(ENTITY, alice, bare))
                        + "\r\n--list\r\n\r\nA footer.\r\n--list--\r\n")
                    .getBytes(ISO_8859_1))));
    return made;
  }

  static String text(byte[] octets) {
    return new String(octets, ISO_8859_1);
  }

  /** The CMS message of an entity in base64. */
  static byte[] cms(byte[] entity) {
    String text = text(entity).replace("\r\n", "\n");
    return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\n\n") + 2));
  }

  /** An entity that holds this CMS message as octets: each flip then strikes its structure. */
  static byte[] holding(byte[] cms) {
    return joined(
        ("Content-Type: application/pkcs7-mime; name=smime.p7m\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n")
            .getBytes(ISO_8859_1),
        cms);
  }

  private static byte[] octets(byte[] entity) {
    return holding(cms(entity));
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }

  private static byte[] compressed(byte[] entity) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
      deflater.write(entity);
      deflater.finish();
      AlgorithmIdentifier zlib =
          new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.3.8"));
      ContentInfo content =
          new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(deflated.toByteArray()));
      return holding(
          new ContentInfo(CMSObjectIdentifiers.compressedData, new CompressedData(zlib, content))
              .getEncoded("DER"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
