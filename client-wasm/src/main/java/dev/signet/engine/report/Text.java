package dev.signet.engine.report;

/**
 * One sentence for a person, by its key in the resource files that the SDK renders ({@code
 * web/sdk/src/texts}): the engine knows no language.
 *
 * @param key such as {@code status.tampered}
 * @param address the mail address that the sentence names, or null; whoever renders it isolates its
 *     direction
 * @param detail an OID, a form, or the broken rule (in English), or null
 */
public record Text(String key, String address, String detail) {
  public Text(String key) {
    this(key, null, null);
  }
}
