package dev.signet.wasm;

import org.teavm.interop.Import;
import org.teavm.jso.JSObject;

/**
 * What the loader gives to the module. Each method is one entry of the module's import section,
 * under the module name {@code signet}; {@code src/main/js/imports.ts} has the other side.
 *
 * <p>{@code bytes} is a {@code Uint8Array}, {@code list} an {@code Array} of them, {@code text} a
 * string. Functions that begin work return whether the host does it; the result comes later through
 * {@link Exports}.
 */
final class HostFunctions {
  private static final String MODULE = "signet";

  private HostFunctions() {}

  /** Where the window of linear memory begins. */
  @Import(module = MODULE, name = "windowStart")
  static native int windowStart();

  @Import(module = MODULE, name = "byteLength")
  static native int byteLength(JSObject bytes);

  /** A view of a range; no copy. */
  @Import(module = MODULE, name = "slice")
  static native JSObject slice(JSObject bytes, int from, int to);

  /** New bytes, all zero. */
  @Import(module = MODULE, name = "allocate")
  static native JSObject allocate(int length);

  /** Copies a range to the start of the window. */
  @Import(module = MODULE, name = "load")
  static native void load(JSObject bytes, int from, int to);

  /** Copies the start of the window over the bytes from {@code at} on. */
  @Import(module = MODULE, name = "store")
  static native void store(JSObject bytes, int at, int length);

  @Import(module = MODULE, name = "indexOf")
  static native int indexOf(JSObject bytes, JSObject pattern, int from);

  @Import(module = MODULE, name = "list")
  static native JSObject list();

  @Import(module = MODULE, name = "append")
  static native void append(JSObject list, JSObject bytes);

  @Import(module = MODULE, name = "size")
  static native int size(JSObject list);

  @Import(module = MODULE, name = "item")
  static native JSObject item(JSObject list, int index);

  /** Length in UTF-16 code units. */
  @Import(module = MODULE, name = "textLength")
  static native int textLength(JSObject text);

  /** Copies code units to the start of the window. */
  @Import(module = MODULE, name = "loadText")
  static native void loadText(JSObject text, int from, int to);

  /** The text with the code units at the start of the window put after it; null is empty. */
  @Import(module = MODULE, name = "appendText")
  static native JSObject appendText(JSObject text, int length);

  @Import(module = MODULE, name = "release")
  static native void release(JSObject bytes);

  @Import(module = MODULE, name = "concat")
  static native JSObject concat(JSObject list);

  /** Null where the text is damaged. */
  @Import(module = MODULE, name = "decodeBase64")
  static native JSObject decodeBase64(JSObject bytes);

  @Import(module = MODULE, name = "encodeBase64")
  static native JSObject encodeBase64(JSObject bytes);

  /** Null where nothing has to be changed. */
  @Import(module = MODULE, name = "canonicalLineEnds")
  static native JSObject canonicalLineEnds(JSObject bytes);

  /** Fills the bytes with random octets; false where there is no such source. */
  @Import(module = MODULE, name = "random")
  static native boolean random(JSObject bytes);

  @Import(module = MODULE, name = "digest")
  static native boolean digest(int job, int ask, JSObject algorithm, JSObject content);

  @Import(module = MODULE, name = "hmac")
  static native boolean hmac(int job, int ask, JSObject digest, JSObject key, JSObject content);

  @Import(module = MODULE, name = "pbkdf2")
  static native boolean pbkdf2(
      int job,
      int ask,
      JSObject prf,
      JSObject password,
      JSObject salt,
      int iterations,
      int keyBytes);

  @Import(module = MODULE, name = "decryptContent")
  static native boolean decryptContent(
      int job, int ask, JSObject cipher, JSObject key, JSObject iv, JSObject ciphertext);

  @Import(module = MODULE, name = "encryptContent")
  static native boolean encryptContent(
      int job, int ask, JSObject cipher, JSObject key, JSObject iv, JSObject content);

  @Import(module = MODULE, name = "openSealed")
  static native boolean openSealed(
      int job,
      int ask,
      JSObject cipher,
      JSObject key,
      JSObject nonce,
      JSObject associated,
      JSObject ciphertext,
      JSObject tag);

  @Import(module = MODULE, name = "seal")
  static native boolean seal(
      int job,
      int ask,
      JSObject cipher,
      JSObject key,
      JSObject nonce,
      JSObject associated,
      JSObject content);

  /**
   * Whether a signature value is right; the answer is one octet, 1 or 0.
   *
   * @param scheme {@code RSASSA-PKCS1-v1_5}, {@code RSA-PSS} or the curve of ECDSA
   * @param saltBytes of PSS
   * @param signature of ECDSA r and s in the curve's length
   */
  @Import(module = MODULE, name = "verify")
  static native boolean verify(
      int job,
      int ask,
      JSObject scheme,
      JSObject digest,
      int saltBytes,
      JSObject publicKey,
      JSObject signature,
      JSObject message);

  /**
   * A signature value, in the forms of {@link #verify}.
   *
   * @param key the number under which the host may keep the imported key until {@link #forgetKeys}
   */
  @Import(module = MODULE, name = "sign")
  static native boolean sign(
      int job,
      int ask,
      JSObject scheme,
      JSObject digest,
      int saltBytes,
      int key,
      JSObject pkcs8,
      JSObject message);

  /** RSAES-OAEP; null is answered where the block is damaged. */
  @Import(module = MODULE, name = "openOaep")
  static native boolean openOaep(
      int job,
      int ask,
      JSObject digest,
      JSObject label,
      int key,
      JSObject pkcs8,
      JSObject encryptedKey);

  /** Key agreement on a NIST curve or X25519; null is answered where there is no result. */
  @Import(module = MODULE, name = "agree")
  static native boolean agree(
      int job, int ask, JSObject curve, int key, JSObject pkcs8, JSObject publicKey);

  /** The same with a fresh key; the answer is a list of its SubjectPublicKeyInfo and the secret. */
  @Import(module = MODULE, name = "agreeEphemerally")
  static native boolean agreeEphemerally(int job, int ask, JSObject curve, JSObject publicKey);

  /** Private keys that were imported are of no use any more. */
  @Import(module = MODULE, name = "forgetKeys")
  static native void forgetKeys();

  /**
   * Has an ask answered by another module, which is loaded if need be.
   *
   * @param rare by the one with rarely used algorithms
   * @param ask as {@link dev.signet.engine.port.wire} has it
   * @param copies those of its items that were made for it, to be wiped when it is answered
   */
  @Import(module = MODULE, name = "elsewhere")
  static native boolean elsewhere(int job, int index, boolean rare, JSObject ask, JSObject copies);

  /** Posts an OCSPRequest to a responder; null is answered where nothing came back. */
  @Import(module = MODULE, name = "askResponder")
  static native boolean askResponder(int job, int ask, JSObject responder, JSObject request);

  @Import(module = MODULE, name = "progress")
  static native boolean progress(int job, int ask, double done, double total);

  /** The job has ended; {@code report} may be null. */
  @Import(module = MODULE, name = "succeeded")
  static native void succeeded(int job, JSObject report, JSObject parts);

  /** The job has ended with a refusal; {@code details} has names and values in turn. */
  @Import(module = MODULE, name = "failed")
  static native void failed(int job, JSObject code, JSObject message, JSObject details);
}
