package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.testing.Leaf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("With every certificate expired")
@Order(44)
final class ExpiredTest extends KeyFileCase {
  @Test
  @DisplayName("old mail is decrypted all the same, and what an expired signer signed is not green")
  void reads() {
    Person owner = expired("owner-whose-time-is-over", alice.address());
    Person signer = expired("signer-whose-time-is-over", world.bob().address());
    settings.offerP12(file(owner.p12()), owner.passphrase(), "import-findings");
    assertEquals("expired", app.page().await("import-finding").getDomAttribute("data-code"));
    assertEquals("success", settings.uploadAnyway().outcome());
    settings.awaitKeys(1);

    MailPage mail = app.mail();
    byte[] text = Mail.text("Written when it was valid");
    mail.add(
        world.file("old.eml", Mail.message(signer, owner, "Old mail", Mail.encrypted(owner, text))),
        world.file(
            "old-signed.eml",
            Mail.message(signer, owner, "Old signed mail", Mail.signed(signer, text))));
    mail.open("Old mail");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(owner.passphrase());
    mail.bar("decrypted");
    assertTrue(mail.body().contains("Written when it was valid"));
    mail.open("Old signed mail");
    assertEquals("red", mail.bar("expired").colour());
    assertTrue(mail.body().contains("Written when it was valid"));
  }

  private Person expired(String name, String address) {
    return new Person(
        name,
        address,
        world.authority().issue(name, Leaf.rsa(address).expired()),
        alice.passphrase());
  }
}
