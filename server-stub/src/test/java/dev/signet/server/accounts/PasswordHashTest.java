package dev.signet.server.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  /** From the tests of the reference implementation (phc-winner-argon2, test.c). */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void agreesWithTheReferenceImplementation() {
    assertTrue(PasswordHash.verify("password", REFERENCE));
    assertFalse(PasswordHash.verify("passwore", REFERENCE));
  }

  @Test
  void takesItsOwnHashes() {
    String hash = PasswordHash.of("geheim");
    assertTrue(PasswordHash.verify("geheim", hash));
    assertFalse(PasswordHash.verify("Geheim", hash));
    assertFalse(PasswordHash.verify("", hash));
    assertNotEquals(hash, PasswordHash.of("geheim"), "each has a salt of its own");
  }

  @Test
  void doesNotCareHowAnUmlautWasTyped() {
    assertTrue(PasswordHash.verify("mu\u0308he", PasswordHash.of("m\u00fche")));
  }
}
