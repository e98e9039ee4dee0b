package dev.signet.e2e.interop;

import dev.signet.e2e.interop.peer.Peer.Encryption;
import dev.signet.e2e.interop.peer.Peer.Signature;
import java.util.List;

/**
 * One form of message.
 *
 * @param signature null: not signed
 * @param encryption null: not encrypted
 * @param signer name of the party that signs
 * @param recipients names of the parties that it is for
 * @param ours whether the engine writes this form
 */
record Row(
    String title,
    Signature signature,
    Encryption encryption,
    String signer,
    List<String> recipients,
    boolean ours) {

  private static final Encryption AES_128 = new Encryption("aes-128-cbc", false);
  private static final Encryption AES_256 = new Encryption("aes-256-cbc", false);
  private static final Encryption GCM = new Encryption("aes-256-gcm", false);
  private static final Signature SHA_256 = new Signature("sha-256", false, false);

  /** Every row of the matrix, what mail of today uses first. */
  static List<Row> all() {
    return List.of(
        signed("RSA-2048, SHA-256, detached", SHA_256, "rosa"),
        signed("RSA-2048, SHA-256, opaque", new Signature("sha-256", false, true), "rosa"),
        signed("RSA-2048, SHA-384, detached", new Signature("sha-384", false, false), "rosa"),
        signed("RSA-2048, SHA-512, detached", new Signature("sha-512", false, false), "rosa"),
        signed("RSA-PSS, SHA-256, detached", new Signature("sha-256", true, false), "rosa"),
        signed("ECDSA P-256, SHA-256, detached", SHA_256, "eve"),
        signed("ECDSA P-384, SHA-384, detached", new Signature("sha-384", false, false), "emil"),
        signed("ECDSA P-521, SHA-512, detached", new Signature("sha-512", false, false), "ella"),
        signed("ECDSA brainpoolP256r1, SHA-256, detached", SHA_256, "bruno"),
        signed("Ed25519, detached", new Signature("sha-512", false, false), "ed"),
        encrypted("RSA PKCS#1 v1.5, AES-128-CBC", AES_128, "rob"),
        encrypted("RSA PKCS#1 v1.5, AES-256-CBC", AES_256, "rob"),
        new Row(
            "RSA PKCS#1 v1.5, 3DES",
            null,
            new Encryption("3des", false),
            null,
            List.of("rob"),
            false),
        encrypted("RSA-OAEP, AES-256-CBC", new Encryption("aes-256-cbc", true), "rob"),
        encrypted("RSA PKCS#1 v1.5, AES-256-GCM", GCM, "rob"),
        encrypted("ECDH P-256, AES-128-CBC", AES_128, "eve"),
        encrypted("ECDH P-256, AES-256-CBC", AES_256, "eve"),
        encrypted("ECDH P-384, AES-256-CBC", AES_256, "emil"),
        encrypted("ECDH P-521, AES-256-CBC", AES_256, "ella"),
        encrypted("ECDH brainpoolP256r1, AES-256-CBC", AES_256, "bruno"),
        encrypted("ECDH P-256, AES-256-GCM", GCM, "eve"),
        encrypted("X25519, AES-256-CBC", AES_256, "max"),
        encrypted("RSA and ECDH P-256 together, AES-256-CBC", AES_256, "rob", "eve"));
  }

  private static Row signed(String title, Signature signature, String signer) {
    return new Row("signed: " + title, signature, null, signer, List.of(), true);
  }

  private static Row encrypted(String title, Encryption encryption, String... recipients) {
    return new Row("encrypted: " + title, null, encryption, null, List.of(recipients), true);
  }
}
