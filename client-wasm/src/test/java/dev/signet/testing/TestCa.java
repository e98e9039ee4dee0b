package dev.signet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A certification authority by OpenSSL: a root that issues directly, or by sub-authorities. */
public final class TestCa {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final String name;
  private final TestCa issuer;
  private String responder;

  private TestCa(Path folder, String name, TestCa issuer) {
    this.folder = folder;
    this.name = name;
    this.issuer = issuer;
  }

  /** A new root with an RSA key of 2048 bits; its files lie in the folder under its name. */
  public static TestCa root(Path folder, String name) {
    return root(folder, name, "RSA:2048");
  }

  /** The same with another key, as {@link Leaf#key} names it. */
  public static TestCa root(Path folder, String name, String key) {
    TestCa ca = new TestCa(folder, name, null);
    ca.prepare();
    makeKey(folder, name, key);
    OpenSsl.run(
        folder,
        "req",
        "-x509",
        "-new",
        "-key",
        name + ".key",
        "-sha256",
        "-days",
        "3650",
        "-config",
        name + ".cnf",
        "-extensions",
        "authority",
        "-subj",
        "/O=Signet Test/CN=" + name,
        "-out",
        name + ".pem");
    return ca;
  }

  /**
   * One whose files lie in the folder already.
   *
   * @param issuer who issued its certificate; null for a root
   */
  public static TestCa existing(Path folder, String name, TestCa issuer) {
    return new TestCa(folder, name, issuer);
  }

  /** A new authority below this one. */
  public TestCa authority(String subordinate) {
    return authority(
        subordinate,
        Instant.now().minus(2, ChronoUnit.DAYS),
        Instant.now().plus(3000, ChronoUnit.DAYS));
  }

  /** The same with a validity of its own. */
  public TestCa authority(String subordinate, Instant notBefore, Instant notAfter) {
    TestCa ca = new TestCa(folder, subordinate, this);
    ca.prepare();
    makeKey(folder, subordinate, "RSA:2048");
    sign(
        subordinate,
        "",
        "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n",
        notBefore,
        notAfter);
    return ca;
  }

  /** A new key and its certificate; the files lie in the folder under the name. */
  public Identity issue(String person, Leaf leaf) {
    return issue(person, leaf, "");
  }

  /**
   * The same with more extensions.
   *
   * @param more lines such as {@code noCheck=ignored}, each ended by a line feed
   */
  public Identity issue(String person, Leaf leaf, String more) {
    makeKey(folder, person, leaf.key());
    StringBuilder extensions = new StringBuilder("basicConstraints=critical,CA:false\n");
    if (leaf.keyUsage() != null) {
      extensions.append("keyUsage=").append(leaf.keyUsage()).append('\n');
    }
    if (leaf.extendedKeyUsage() != null) {
      extensions.append("extendedKeyUsage=").append(leaf.extendedKeyUsage()).append('\n');
    }
    if (!leaf.addresses().isEmpty()) {
      List<String> names = new ArrayList<>();
      for (String address : leaf.addresses()) {
        names.add("email:" + address);
      }
      extensions.append("subjectAltName=").append(String.join(",", names)).append('\n');
    }
    sign(
        person,
        leaf.subject(),
        extensions.append(more).toString(),
        leaf.notBefore(),
        leaf.notAfter());
    return new Identity(folder, person, this);
  }

  /** Somebody for whom {@link #issue} has made the files before. */
  public Identity issued(String person) {
    return new Identity(folder, person, this);
  }

  /** What is issued from now on names a responder; see {@link OcspResponder}. */
  public TestCa answeredBy(String address) {
    responder = address;
    return this;
  }

  /** Enters into the index that what it has issued is revoked, for one of OpenSSL's reasons. */
  public void revoke(Path certificate, String reason) {
    OpenSsl.run(
        folder,
        "ca",
        "-config",
        name + ".cnf",
        "-revoke",
        certificate.toString(),
        "-crl_reason",
        reason);
  }

  /** Enters into the index that a certificate which was revoked is valid again. */
  public void giveBack(Path certificate) {
    String serial =
        new String(
                OpenSsl.run(folder, "x509", "-in", certificate.toString(), "-noout", "-serial"),
                StandardCharsets.US_ASCII)
            .strip()
            .replaceAll("^serial=", "");
    try {
      // The columns are state, expiry, revocation, serial number, file and name.
      String entries =
          Files.readString(index())
              .replaceAll("(?m)^R(\\t[^\\t]*\\t)[^\\t]*(\\t" + serial + "\\t)", "V$1$2");
      Files.writeString(index(), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was issued and revoked, as {@code openssl ocsp -index} reads it. */
  public Path index() {
    return folder.resolve(name + ".index");
  }

  /** The authority's private key as PEM, in clear. */
  public Path key() {
    return folder.resolve(name + ".key");
  }

  /** The authority's certificate as PEM. */
  public Path certificate() {
    return folder.resolve(name + ".pem");
  }

  public byte[] certificateDer() {
    return OpenSsl.run(folder, "x509", "-in", name + ".pem", "-outform", "DER");
  }

  /** The certificates of this authority and all above it, root last, in one PEM file. */
  public Path chain() {
    try {
      Path chain = folder.resolve(name + ".chain.pem");
      StringBuilder text = new StringBuilder();
      for (TestCa ca = this; ca != null; ca = ca.issuer) {
        text.append(Files.readString(ca.certificate()));
      }
      return Files.writeString(chain, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sign(
      String person, String subject, String extensions, Instant notBefore, Instant notAfter) {
    String access = responder == null ? "" : "authorityInfoAccess=OCSP;URI:" + responder + "\n";
    write(
        person + ".ext",
        extensions + access + "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid:always\n");
    OpenSsl.run(
        folder,
        "req",
        "-new",
        "-key",
        person + ".key",
        "-config",
        name + ".cnf",
        "-utf8",
        "-subj",
        "/O=Signet Test/CN=" + person + subject,
        "-out",
        person + ".csr");
    OpenSsl.run(
        folder,
        "ca",
        "-batch",
        "-notext",
        "-config",
        name + ".cnf",
        "-in",
        person + ".csr",
        "-extfile",
        person + ".ext",
        "-startdate",
        TIME.format(notBefore),
        "-enddate",
        TIME.format(notAfter),
        "-out",
        person + ".pem");
  }

  private void prepare() {
    write(name + ".index", "");
    write(name + ".index.attr", "unique_subject = no\n");
    write(
        name + ".cnf",
        String.join(
            "\n",
            "[ca]",
            "default_ca = this",
            "[this]",
            "dir = .",
            "database = " + name + ".index",
            "new_certs_dir = .",
            "certificate = " + name + ".pem",
            "private_key = " + name + ".key",
            "rand_serial = yes",
            "default_md = sha256",
            "policy = any",
            "email_in_dn = yes",
            "unique_subject = no",
            "[any]",
            "organizationName = optional",
            "commonName = supplied",
            "emailAddress = optional",
            "[req]",
            "distinguished_name = name",
            "string_mask = utf8only",
            "[name]",
            "[authority]",
            "basicConstraints = critical,CA:true",
            "keyUsage = critical,keyCertSign,cRLSign",
            "subjectKeyIdentifier = hash",
            ""));
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void makeKey(Path folder, String name, String key) {
    if (key.startsWith("RSA:")) {
      OpenSsl.run(
          folder,
          "genpkey",
          "-algorithm",
          "RSA",
          "-pkeyopt",
          "rsa_keygen_bits:" + key.substring(4),
          "-out",
          name + ".key");
    } else if (key.equals("ED25519") || key.equals("ED448")) {
      OpenSsl.run(folder, "genpkey", "-algorithm", key, "-out", name + ".key");
    } else if (key.startsWith("DSA:")) {
      OpenSsl.run(folder, "dsaparam", "-genkey", "-out", name + ".key", key.substring(4));
    } else {
      OpenSsl.run(
          folder,
          "genpkey",
          "-algorithm",
          "EC",
          "-pkeyopt",
          "ec_paramgen_curve:" + key,
          "-pkeyopt",
          "ec_param_enc:named_curve",
          "-out",
          name + ".key");
    }
  }
}
