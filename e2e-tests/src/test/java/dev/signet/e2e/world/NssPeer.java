package dev.signet.e2e.world;

import dev.signet.testing.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** NSS, the library of Firefox and Thunderbird, by its command line: a database with our people. */
public final class NssPeer {
  private final World world;
  private final Path database;

  private NssPeer(World world, Path database) {
    this.world = world;
    this.database = database;
  }

  /** A new database that trusts the world's authority and holds these people's keys. */
  public static NssPeer of(World world, Person... people) {
    try {
      Path database = Files.createDirectories(world.folder().resolve("nss"));
      NssPeer nss = new NssPeer(world, database);
      nss.run("certutil", "-N", "--empty-password");
      nss.run(
          "certutil",
          "-A",
          "-n",
          "authority",
          "-t",
          "CT,C,C",
          "-i",
          world.authority().certificate().toString());
      for (Person person : people) {
        Path p12 = world.file(person.name() + "-for-nss.p12", person.p12());
        nss.run("pk12util", "-i", p12.toString(), "-W", person.passphrase(), "-K", "");
      }
      return nss;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The .p12 of a person as NSS writes it. */
  public byte[] p12(Person person) {
    Path file = world.folder().resolve(person.name() + "-by-nss.p12");
    run(
        "pk12util",
        "-o",
        file.toString(),
        "-n",
        person.name(),
        "-W",
        person.passphrase(),
        "-K",
        "");
    return read(file);
  }

  /** What lies within enveloped data. */
  public byte[] decrypt(byte[] cms) {
    Path in = world.file("nss-in.der", cms);
    Path out = world.folder().resolve("nss-out");
    run("cmsutil", "-D", "-i", in.toString(), "-o", out.toString());
    return read(out);
  }

  /** The content of signed data, once its signature was found valid for an e-mail signer. */
  public byte[] verify(byte[] cms) {
    return decrypt(cms);
  }

  /** Judges a detached signature; an {@link AssertionError} where it is not valid. */
  public void verify(byte[] cms, byte[] content) {
    Path in = world.file("nss-in.der", cms);
    Path covered = world.file("nss-content", content);
    run("cmsutil", "-D", "-i", in.toString(), "-c", covered.toString(), "-n");
  }

  /** Signed data by NSS, the content within. */
  public byte[] signedOpaque(Person signer, byte[] entity) {
    Path in = world.file("nss-in", entity);
    Path out = world.folder().resolve("nss-out");
    run(
        "cmsutil",
        "-S",
        "-N",
        signer.name(),
        "-H",
        "SHA256",
        "-G",
        "-i",
        in.toString(),
        "-o",
        out.toString());
    return read(out);
  }

  private byte[] run(String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.add(1, "-d");
    command.add(2, "sql:" + database);
    return CommandLine.run(world.folder(), new byte[0], command);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
