package dev.signet.e2e.interop.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.e2e.mozilla.Marionette;
import dev.signet.e2e.mozilla.MozillaProfile;
import dev.signet.e2e.mozilla.ScriptFailure;
import dev.signet.e2e.world.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Thunderbird without a screen: it opens messages as in a window of its own, and writes to the
 * outbox what it would send.
 */
public final class ThunderbirdProgram implements Peer {
  private static final List<String> SETTINGS =
      List.of(
          "mail.provider.suppress_dialog_on_startup=true",
          "mail.spotlight.firstRunDone=true",
          "mail.rights.version=1",
          "mailnews.start_page.enabled=false",
          "mail.shell.checkDefaultClient=false",
          "security.OCSP.enabled=0",
          "mail.identity.id1.fullName=\"Somebody\"",
          "mail.identity.id1.useremail=\"somebody@example.org\"",
          "mail.identity.id1.valid=true",
          "mail.account.account1.server=\"server1\"",
          "mail.account.account1.identities=\"id1\"",
          "mail.server.server1.type=\"none\"",
          "mail.server.server1.hostname=\"Local Folders\"",
          "mail.server.server1.userName=\"nobody\"",
          "mail.server.server1.name=\"Local Folders\"",
          "mail.accountmanager.accounts=\"account1\"",
          "mail.accountmanager.defaultaccount=\"account1\"",
          "mail.accountmanager.localfoldersserver=\"server1\"",
          "mail.openpgp.enable=false",
          "mail.e2ee.auto_enable=false");

  private final Parties parties;
  private final Path profile;
  private final Process process;
  private final Marionette marionette;

  public ThunderbirdProgram(Parties parties) throws Refusal {
    this.parties = parties;
    try {
      profile = Files.createTempDirectory(parties.folder(), "thunderbird");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    MozillaProfile settings = MozillaProfile.in(profile, SETTINGS);
    process = settings.start("thunderbird");
    marionette = settings.connect();
    List<String> keys =
        parties.all().stream()
            .map(
                party ->
                    parties.file(party.name() + "-tb.p12", party.identity().p12(Party.PASSPHRASE)))
            .map(Path::toString)
            .toList();
    run(script("prepare"), base64(parties.authority().certificateDer()), keys, Party.PASSPHRASE);
  }

  private JsonNode run(String body, Object... arguments) throws Refusal {
    try {
      return marionette.run(body, arguments);
    } catch (ScriptFailure e) {
      throw new Refusal(e.getMessage());
    }
  }

  @Override
  public String name() {
    return "Thunderbird";
  }

  @Override
  public boolean exact() {
    return false;
  }

  @Override
  public byte[] decrypt(byte[] message, Party recipient) throws Refusal {
    JsonNode shown = open(message);
    if (shown.get("encryption").asInt() != 0) {
      throw new Refusal("encryption status " + shown.get("encryption"));
    }
    return shown.get("text").asText().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void verify(byte[] message, Party signer) throws Refusal {
    JsonNode shown = open(message);
    if (shown.get("signature").asInt() != 0) {
      throw new Refusal("signature status " + shown.get("signature"));
    }
  }

  private JsonNode open(byte[] message) throws Refusal {
    Path file = parties.file("thunderbird.eml", message);
    return run(script("open"), file.toString());
  }

  @Override
  public byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal {
    if (form.oaep()) {
      throw new Refusal("no option for OAEP");
    }
    // It chooses the cipher itself, by what it knows of the recipients.
    return send(parties.of("rosa"), recipients, entity, false, true);
  }

  @Override
  public byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal {
    if (form.pss() || form.opaque()) {
      throw new Refusal("no option for " + (form.pss() ? "RSA-PSS" : "opaque signatures"));
    }
    return send(signer, List.of(parties.of("rob")), entity, true, false);
  }

  /** The entity's fields are Thunderbird's own; its words are those that it is given. */
  private byte[] send(
      Party sender, List<Party> recipients, byte[] entity, boolean signs, boolean encrypts)
      throws Refusal {
    String text = new String(entity, StandardCharsets.UTF_8);
    String body = text.substring(text.indexOf("\r\n\r\n") + 4).replace("\r\n", "\n");
    Path outbox = profile.resolve("Mail/Local Folders/Unsent Messages");
    try {
      // The mailbox is Thunderbird's: it is read, never changed.
      int before = Files.exists(outbox) ? (int) Files.size(outbox) : 0;
      List<String> addresses = recipients.stream().map(Party::address).toList();
      run(script("send"), sender.address(), addresses, body, signs, encrypts);
      byte[] mailbox = Files.exists(outbox) ? Files.readAllBytes(outbox) : new byte[0];
      if (mailbox.length == before) {
        // What it has to say comes in a dialog, a little later.
        run("return await new Promise(resolve => setTimeout(resolve, 1000));");
        throw new Refusal("nothing stands in the outbox");
      }
      byte[] written = Mail.crlf(Arrays.copyOfRange(mailbox, before, mailbox.length));
      // The first line is the mailbox format's own.
      int start = new String(written, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 2;
      return Arrays.copyOfRange(written, start, written.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script(String name) {
    try (InputStream in =
        ThunderbirdProgram.class.getResourceAsStream("/thunderbird/" + name + ".js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(byte[] der) {
    return Base64.getEncoder().encodeToString(der);
  }

  @Override
  public void close() {
    marionette.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
