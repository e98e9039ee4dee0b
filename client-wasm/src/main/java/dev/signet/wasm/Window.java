package dev.signet.wasm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.interop.Address;
import org.teavm.jso.JSObject;

/**
 * The window of linear memory that bytes and text cross through. The host copies into it or out of
 * it at once; Java's side is a loop, since Wasm has no instruction between linear memory and Java's
 * arrays. What has crossed is wiped: it may be a passphrase or a key.
 */
final class Window {
  /** Octets; the loader keeps as much free. */
  static final int SIZE = 1 << 16;

  private static final int CHARS = SIZE / 2;
  private static final Address START = Address.fromInt(HostFunctions.windowStart());

  private Window() {}

  /** A copy of a range of the host's bytes. */
  static byte[] bytes(JSObject source, int from, int to) {
    byte[] copy = new byte[to - from];
    for (int done = 0; done < copy.length; ) {
      int size = Math.min(SIZE, copy.length - done);
      HostFunctions.load(source, from + done, from + done + size);
      Address address = START;
      for (int i = 0; i < size; i++) {
        copy[done + i] = address.getByte();
        address = address.add(1);
      }
      Address.fillZero(START, size);
      done += size;
    }
    return copy;
  }

  /** New bytes of the host's. */
  static JSObject bytes(byte[] source) {
    JSObject target = HostFunctions.allocate(source.length);
    for (int done = 0; done < source.length; ) {
      int size = Math.min(SIZE, source.length - done);
      Address address = START;
      for (int i = 0; i < size; i++) {
        address.putByte(source[done + i]);
        address = address.add(1);
      }
      HostFunctions.store(target, done, size);
      Address.fillZero(START, size);
      done += size;
    }
    return target;
  }

  /** Texts of the host's. */
  static List<String> texts(JSObject list) {
    List<String> texts = new ArrayList<>();
    int size = HostFunctions.size(list);
    for (int i = 0; i < size; i++) {
      texts.add(text(HostFunctions.item(list, i)));
    }
    return texts;
  }

  /** Overwrites bytes of the host's with zeros. */
  static void wipe(JSObject target) {
    int length = HostFunctions.byteLength(target);
    Address.fillZero(START, Math.min(SIZE, length));
    for (int done = 0; done < length; ) {
      int size = Math.min(SIZE, length - done);
      HostFunctions.store(target, done, size);
      done += size;
    }
  }

  /** A text of the host's; null stays null. */
  static String text(JSObject source) {
    if (source == null) {
      return null;
    }
    char[] copy = new char[HostFunctions.textLength(source)];
    for (int done = 0; done < copy.length; ) {
      int size = Math.min(CHARS, copy.length - done);
      HostFunctions.loadText(source, done, done + size);
      Address address = START;
      for (int i = 0; i < size; i++) {
        copy[done + i] = address.getChar();
        address = address.add(2);
      }
      Address.fillZero(START, 2 * size);
      done += size;
    }
    return new String(copy);
  }

  /** A text for the host; null stays null. */
  static JSObject text(String source) {
    if (source == null) {
      return null;
    }
    JSObject target = HostFunctions.appendText(null, 0);
    for (int done = 0; done < source.length(); ) {
      int size = Math.min(CHARS, source.length() - done);
      Address address = START;
      for (int i = 0; i < size; i++) {
        address.putChar(source.charAt(done + i));
        address = address.add(2);
      }
      target = HostFunctions.appendText(target, size);
      Address.fillZero(START, 2 * size);
      done += size;
    }
    return target;
  }
}
