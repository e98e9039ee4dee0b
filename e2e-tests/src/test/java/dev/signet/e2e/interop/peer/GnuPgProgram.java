package dev.signet.e2e.interop.peer;

import dev.signet.testing.CommandLine;
import dev.signet.testing.GnuPgP12;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** GnuPG: {@code gpgsm}, with a home folder of its own. */
public final class GnuPgProgram implements Peer {
  private final Parties parties;
  private final Path home;

  public GnuPgProgram(Parties parties) throws Refusal {
    this.parties = parties;
    try {
      // Not below the parties' folder: the agent's socket allows only short paths.
      home = Files.createTempDirectory("gpg");
      run(parties.authority().certificateDer(), "--import");
      Files.writeString(home.resolve("trustlist.txt"), fingerprint() + " S relax\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Party party : parties.all()) {
      tryRun(party.certificate(), "--import");
      // It takes RSA keys alone; the others' refusal is left to the cells that want them.
      if (!importKey(party) && party.rsa()) {
        throw new Refusal("the key of " + party.name() + " is not imported");
      }
    }
  }

  /** It takes the old protection alone. */
  private boolean importKey(Party party) {
    return GnuPgP12.imported(
        () -> party.identity().p12(Party.PASSPHRASE, "-legacy"),
        p12 -> {
          String file = parties.file(party.name() + "-gpg.p12", p12).toString();
          return tryRun(passphrase(), "--passphrase-fd", "0", "--import", file).status() == 0;
        });
  }

  private String fingerprint() {
    String pem = parties.authority().certificate().toString();
    byte[] text =
        OpenSsl.run(parties.folder(), "x509", "-in", pem, "-noout", "-fingerprint", "-sha1");
    return new String(text, StandardCharsets.US_ASCII).strip().replaceAll(".*=", "");
  }

  @Override
  public String name() {
    return "gpgsm";
  }

  @Override
  public byte[] decrypt(byte[] message, Party recipient) throws Refusal {
    Path in = parties.file("gpg-in.der", Message.cms(message));
    return run(passphrase(), "--passphrase-fd", "0", "--decrypt", in.toString());
  }

  @Override
  public void verify(byte[] message, Party signer) throws Refusal {
    String in = parties.file("gpg-in.der", Message.cms(message)).toString();
    if (Message.detached(message)) {
      run(
          new byte[0],
          "--verify",
          in,
          parties.file("gpg-content", Message.content(message)).toString());
    } else {
      run(new byte[0], "--verify", in);
    }
  }

  @Override
  public byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal {
    if (form.oaep()) {
      throw new Refusal("no option for OAEP");
    }
    List<String> options = new ArrayList<>(List.of("--encrypt"));
    options.addAll(List.of("--cipher-algo", cipher(form.cipher())));
    for (Party recipient : recipients) {
      options.addAll(List.of("--recipient", recipient.address()));
    }
    byte[] cms = run(entity, options.toArray(new String[0]));
    return Message.from(recipients.get(0), Message.pkcs7Mime("enveloped-data", cms));
  }

  private static String cipher(String name) {
    return switch (name) {
      case "aes-128-cbc" -> "AES";
      case "aes-256-cbc" -> "AES256";
      case "3des" -> "3DES";
      default -> name;
    };
  }

  @Override
  public byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal {
    if (form.pss()) {
      throw new Refusal("no option for RSA-PSS");
    }
    List<String> options = new ArrayList<>(List.of("--sign", "--digest-algo"));
    options.add(form.digest().replace("-", ""));
    options.addAll(List.of("--local-user", signer.address()));
    if (!form.opaque()) {
      options.add("--detach-sign");
      options.remove("--sign");
    }
    byte[] cms = signed(entity, options);
    return Message.from(
        signer,
        form.opaque()
            ? Message.pkcs7Mime("signed-data", cms)
            : Message.multipartSigned(entity, cms, form.digest()));
  }

  /** Passphrase and content cannot both be standard input. */
  private byte[] signed(byte[] entity, List<String> options) throws Refusal {
    List<String> all = new ArrayList<>(List.of("--passphrase-fd", "0"));
    all.addAll(options);
    all.add(parties.file("gpg-in", entity).toString());
    return run(passphrase(), all.toArray(new String[0]));
  }

  private byte[] run(byte[] input, String... arguments) throws Refusal {
    CommandLine.Outcome outcome = tryRun(input, arguments);
    if (outcome.status() != 0) {
      throw new Refusal(Program.words(outcome.errors()));
    }
    return outcome.output();
  }

  private CommandLine.Outcome tryRun(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("gpgsm", "--homedir", home.toString()));
    command.addAll(List.of("--batch", "--yes", "--pinentry-mode", "loopback"));
    command.addAll(List.of("--disable-crl-checks"));
    command.addAll(List.of(arguments));
    return CommandLine.tryRun(parties.folder(), input, command);
  }

  private static byte[] passphrase() {
    return (Party.PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    List<String> command = List.of("gpgconf", "--homedir", home.toString(), "--kill", "all");
    CommandLine.run(home, new byte[0], command);
    try (var files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
