package dev.signet.e2e.mailserver;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Lines that end in CRLF, and messages that end in a line with a dot: RFC 5321, and RFC 2033. */
final class LineConnection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  LineConnection(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  /** The next line without its end; an {@link EOFException} where the other side has gone. */
  String read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the connection was closed");
      }
      line.write(octet);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** The last line of a reply, whose earlier lines have a hyphen after the code. */
  String reply() throws IOException {
    String line = read();
    while (line.length() > 3 && line.charAt(3) == '-') {
      line = read();
    }
    return line;
  }

  /** The octets of a message, without the dots that were put in, up to the line with a dot. */
  byte[] readMessage() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int octet;
      do {
        octet = in.read();
        if (octet < 0) {
          throw new EOFException("the connection was closed within a message");
        }
        line.write(octet);
      } while (octet != '\n');
      byte[] read = line.toByteArray();
      if (read[0] == '.') {
        if (read.length <= 3) {
          return message.toByteArray();
        }
        message.write(read, 1, read.length - 1);
      } else {
        message.write(read);
      }
    }
  }

  /** Writes lines at once. */
  void write(String... lines) throws IOException {
    for (String line : lines) {
      out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  /** Writes octets as they are, to be sent with a line that comes later at the latest. */
  void begin(byte[] octets) throws IOException {
    out.write(octets);
  }

  /** Writes a message with the dots that have to be put in, and the line with a dot. */
  void writeMessage(byte[] message) throws IOException {
    boolean lineStart = true;
    for (byte octet : message) {
      if (lineStart && octet == '.') {
        out.write('.');
      }
      out.write(octet);
      lineStart = octet == '\n';
    }
    out.write((lineStart ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, which is what was wanted.
    }
  }
}
