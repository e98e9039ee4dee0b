package dev.signet.e2e.interop.peer;

import dev.signet.testing.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NSS: {@code cmsutil}, with a database that holds the parties whose keys it takes. */
public final class NssProgram implements Peer {
  private final Parties parties;
  private final Path database;

  public NssProgram(Parties parties) throws Refusal {
    this.parties = parties;
    try {
      database = Files.createDirectory(parties.folder().resolve("nss"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("certutil", "-N", "--empty-password");
    String authority = parties.authority().certificate().toString();
    run("certutil", "-A", "-n", "authority", "-t", "CT,C,C", "-i", authority);
    for (Party party : parties.all()) {
      Path p12 = parties.file(party.name() + "-nss.p12", party.identity().p12(Party.PASSPHRASE));
      List<String> command =
          command("pk12util", "-i", p12.toString(), "-W", Party.PASSPHRASE, "-K", "");
      // Keys of kinds that it does not know are refused when they are asked for.
      CommandLine.tryRun(parties.folder(), new byte[0], command);
    }
  }

  @Override
  public String name() {
    return "NSS cmsutil";
  }

  @Override
  public byte[] decrypt(byte[] message, Party recipient) throws Refusal {
    return read(Message.cms(message), null);
  }

  @Override
  public void verify(byte[] message, Party signer) throws Refusal {
    read(Message.cms(message), Message.detached(message) ? Message.content(message) : null);
  }

  private byte[] read(byte[] cms, byte[] content) throws Refusal {
    Path in = parties.file("nss-in.der", cms);
    Path out = parties.folder().resolve("nss-out");
    List<String> command = command("cmsutil", "-D", "-i", in.toString(), "-o", out.toString());
    if (content != null) {
      command.addAll(List.of("-c", parties.file("nss-content", content).toString()));
    }
    Program.run(parties.folder(), new byte[0], command);
    return file(out);
  }

  @Override
  public byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal {
    if (form.oaep()) {
      throw new Refusal("no option for OAEP");
    }
    Path in = parties.file("nss-in", entity);
    Path out = parties.folder().resolve("nss-out");
    List<String> command = command("cmsutil", "-E", "-i", in.toString(), "-o", out.toString());
    for (Party recipient : recipients) {
      command.addAll(List.of("-r", recipient.address()));
    }
    Program.run(parties.folder(), new byte[0], command);
    return Message.from(recipients.get(0), Message.pkcs7Mime("enveloped-data", file(out)));
  }

  @Override
  public byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal {
    if (form.pss()) {
      throw new Refusal("no option for RSA-PSS");
    }
    Path in = parties.file("nss-in", entity);
    Path out = parties.folder().resolve("nss-out");
    List<String> command =
        command(
            "cmsutil",
            "-S",
            "-N",
            signer.name(),
            "-H",
            form.digest().toUpperCase(java.util.Locale.ROOT).replace("-", ""),
            "-G",
            "-i",
            in.toString(),
            "-o",
            out.toString());
    if (!form.opaque()) {
      command.add("-T");
    }
    Program.run(parties.folder(), new byte[0], command);
    byte[] cms = file(out);
    return Message.from(
        signer,
        form.opaque()
            ? Message.pkcs7Mime("signed-data", cms)
            : Message.multipartSigned(entity, cms, form.digest()));
  }

  private void run(String... words) throws Refusal {
    Program.run(parties.folder(), new byte[0], command(words));
  }

  private List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.add(1, "-d");
    command.add(2, "sql:" + database);
    return command;
  }

  private static byte[] file(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
