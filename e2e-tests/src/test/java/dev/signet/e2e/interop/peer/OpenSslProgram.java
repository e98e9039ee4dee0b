package dev.signet.e2e.interop.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.e2e.world.Mail;
import dev.signet.testing.OpenSsl;
import java.util.ArrayList;
import java.util.List;

/** {@code openssl cms}. */
public final class OpenSslProgram implements Peer {
  private final Parties parties;

  public OpenSslProgram(Parties parties) {
    this.parties = parties;
  }

  @Override
  public String name() {
    String version = new String(OpenSsl.run(parties.folder(), "version"), US_ASCII);
    // "OpenSSL 3.0.16 11 Feb 2025 (…)": the first two numbers are what matters.
    return version.replaceAll("(?s)^(OpenSSL \\d+\\.\\d+).*", "$1");
  }

  @Override
  public byte[] decrypt(byte[] message, Party recipient) throws Refusal {
    return run(
        message,
        "-decrypt",
        "-recip",
        recipient.identity().certificate().toString(),
        "-inkey",
        recipient.identity().key().toString());
  }

  @Override
  public void verify(byte[] message, Party signer) throws Refusal {
    run(
        message,
        "-verify",
        "-CAfile",
        parties.authority().certificate().toString(),
        "-purpose",
        "smimesign");
  }

  @Override
  public byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal {
    List<String> options = new ArrayList<>(List.of("-encrypt", "-binary"));
    options.add(form.cipher().equals("3des") ? "-des3" : "-" + form.cipher());
    for (Party recipient : recipients) {
      options.addAll(List.of("-recip", recipient.identity().certificate().toString()));
      if (form.oaep()) {
        options.addAll(
            List.of("-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"));
      }
    }
    byte[] encrypted = Mail.crlf(run(entity, options.toArray(new String[0])));
    return Message.from(recipients.get(0), encrypted);
  }

  @Override
  public byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal {
    List<String> options = new ArrayList<>(List.of("-sign", "-binary", "-crlfeol"));
    options.addAll(List.of("-md", form.digest().replace("-", "")));
    options.addAll(List.of("-signer", signer.identity().certificate().toString()));
    options.addAll(List.of("-inkey", signer.identity().key().toString()));
    if (form.pss()) {
      options.addAll(List.of("-keyopt", "rsa_padding_mode:pss"));
    }
    if (form.opaque()) {
      options.add("-nodetach");
    }
    byte[] signed = run(entity, options.toArray(new String[0]));
    return Message.from(signer, Mail.crlf(signed));
  }

  private byte[] run(byte[] input, String... options) throws Refusal {
    List<String> command = new ArrayList<>(List.of("openssl", "cms"));
    command.addAll(List.of(options));
    return Program.run(parties.folder(), input, command);
  }
}
