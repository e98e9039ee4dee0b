package dev.signet.engine.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of an address list (RFC 5322 section 3.4): mailboxes and groups, with display
 * names, comments, quoted local parts and folding taken off.
 *
 * <p>The reading is strict where readers differ: a list that breaks the syntax gives no result
 * rather than a guess, because a guess could be another address than the one that is shown.
 */
public final class Mailboxes {
  private static final String SPECIALS = "()<>[]:;@\\,\"";

  private final String text;
  private final List<String> addresses = new ArrayList<>();
  private int at;
  private boolean groups;
  private boolean commas;

  private Mailboxes(String text) {
    this.text = text;
  }

  /**
   * The addresses in their order, each as {@code local@domain} with a quoted local part unquoted.
   *
   * @param value unfolded body of a field such as From
   * @return empty where the value breaks the syntax
   */
  static Optional<List<String>> parse(String value) {
    return read(value).map(reader -> reader.addresses);
  }

  /**
   * The address of a value that is one mailbox and nothing else.
   *
   * <p>A group is none, even one of a single mailbox: RFC 6854 allows it in From for mail that has
   * no author who could be answered, so what it holds is not the author's address. Neither is a
   * list with commas around its one address: readers differ in whether something is missing there.
   *
   * @param value unfolded body of a field such as From
   */
  public static Optional<String> single(String value) {
    return read(value)
        .filter(reader -> reader.addresses.size() == 1 && !reader.groups && !reader.commas)
        .map(reader -> reader.addresses.get(0));
  }

  private static Optional<Mailboxes> read(String value) {
    Mailboxes reader = new Mailboxes(value);
    try {
      reader.list(false);
      return reader.at == value.length() ? Optional.of(reader) : Optional.empty();
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /** A word of a phrase or local part, or the dot between two. */
  private record Word(String text, boolean dot) {}

  private static final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException() {
      super(null, null, false, false);
    }
  }

  private void list(boolean inGroup) {
    while (true) {
      space();
      if (at == text.length() || peek() == ';') {
        return;
      }
      if (peek() == ',') {
        at++;
        commas = true;
        continue;
      }
      address(inGroup);
      space();
      if (at < text.length() && peek() != ',' && peek() != ';') {
        throw new SyntaxException();
      }
      if (at < text.length() && peek() == ';' && !inGroup) {
        throw new SyntaxException();
      }
    }
  }

  private void address(boolean inGroup) {
    // A phrase, or the local part of a bare address: which of them shows at what follows.
    List<Word> words = new ArrayList<>();
    boolean apart = false;
    while (at < text.length()) {
      apart |= space() && !words.isEmpty();
      if (at == text.length()) {
        break;
      }
      char c = peek();
      if (c == '"') {
        words.add(new Word(quoted(), false));
      } else if (c == '.') {
        at++;
        words.add(new Word(".", true));
      } else if (c == '<') {
        angle();
        return;
      } else if (c == ':' && !inGroup) {
        at++;
        groups = true;
        list(true);
        expect(';');
        return;
      } else if (c == '@') {
        addAddress(words, apart);
        return;
      } else {
        words.add(new Word(atom(), false));
      }
    }
    // Words without an address: neither a mailbox nor a group.
    throw new SyntaxException();
  }

  private void angle() {
    expect('<');
    space();
    if (at < text.length() && peek() == '@') {
      // An obsolete route; nobody sends one, and readers differ in what they make of it.
      throw new SyntaxException();
    }
    List<Word> words = new ArrayList<>();
    boolean apart = false;
    while (at < text.length() && peek() != '@') {
      if (peek() == '"') {
        words.add(new Word(quoted(), false));
      } else if (peek() == '.') {
        at++;
        words.add(new Word(".", true));
      } else {
        words.add(new Word(atom(), false));
      }
      apart |= space();
    }
    addAddress(words, apart);
    space();
    expect('>');
  }

  /**
   * The address of which the local part was read.
   *
   * @param apart whether white space or a comment stands within it or after it: readers differ in
   *     where such a one begins
   */
  private void addAddress(List<Word> words, boolean apart) {
    expect('@');
    if (apart) {
      throw new SyntaxException();
    }
    addresses.add(localPart(words) + "@" + domain());
  }

  /** Words and dots in turn, as in {@code a.b}. */
  private static String localPart(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean dotExpected = i % 2 == 1;
      if (dotExpected != words.get(i).dot()) {
        throw new SyntaxException();
      }
      joined.append(words.get(i).text());
    }
    if (words.size() % 2 == 0) {
      throw new SyntaxException();
    }
    return joined.toString();
  }

  /** Without white space around its dots: readers differ in where such a domain ends. */
  private String domain() {
    if (at < text.length() && peek() == '[') {
      int end = text.indexOf(']', at);
      if (end < 0) {
        throw new SyntaxException();
      }
      String literal = text.substring(at, end + 1);
      at = end + 1;
      return literal;
    }
    StringBuilder joined = new StringBuilder(atom());
    while (at < text.length() && peek() == '.') {
      at++;
      joined.append('.').append(atom());
    }
    return joined.toString();
  }

  private String atom() {
    int from = at;
    while (at < text.length() && atomCharacter(peek())) {
      at++;
    }
    if (at == from) {
      throw new SyntaxException();
    }
    return text.substring(from, at);
  }

  private static boolean atomCharacter(char c) {
    return c > ' ' && c != 0x7f && c != '.' && SPECIALS.indexOf(c) < 0;
  }

  private String quoted() {
    expect('"');
    StringBuilder content = new StringBuilder();
    while (at < text.length() && peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      if (at == text.length() || peek() < ' ' && peek() != '\t') {
        throw new SyntaxException();
      }
      content.append(text.charAt(at++));
    }
    expect('"');
    return content.toString();
  }

  /**
   * White space and comments, which may nest. A comment that could hold an address, or hide where
   * it ends, is refused: other readers take such a comment's text for the address.
   *
   * @return whether there were any
   */
  private boolean space() {
    int from = at;
    int depth = 0;
    while (at < text.length()) {
      char c = peek();
      if (c == '(') {
        depth++;
      } else if (depth > 0 && c == ')') {
        depth--;
      } else if (depth > 0 && "\\<>@".indexOf(c) >= 0) {
        throw new SyntaxException();
      } else if (depth == 0 && c != ' ' && c != '\t') {
        return at > from;
      }
      at++;
    }
    if (depth > 0) {
      throw new SyntaxException();
    }
    return at > from;
  }

  private char peek() {
    return text.charAt(at);
  }

  private void expect(char expected) {
    if (at >= text.length() || peek() != expected) {
      throw new SyntaxException();
    }
    at++;
  }
}
