package dev.signet.server.jar;

import dev.signet.server.fixture.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, as no decent client sends it. */
final class RawRequest {
  private static final int ANSWER_MILLIS = 60_000;

  private final int port;
  private final StringBuilder head = new StringBuilder();
  private byte[] body = {};
  private boolean ended;

  private RawRequest(int port) {
    this.port = port;
  }

  /** With this request line and nothing else; each byte is one character up to U+00FF. */
  static RawRequest of(JarSite site, String requestLine) {
    return new RawRequest(site.port()).line(requestLine);
  }

  /** With the fields that a page of the site sends for a signed-in user. */
  static RawRequest as(JarSite site, Client user, String requestLine) {
    return of(site, requestLine)
        .line("Host: 127.0.0.1")
        .line("Origin: " + user.origin())
        .line("Cookie: " + user.cookie())
        .line("X-CSRF-Token: " + user.csrf());
  }

  RawRequest line(String line) {
    head.append(line).append("\r\n");
    return this;
  }

  /** Bytes after the header section, and Content-Length. */
  RawRequest body(byte[] bytes) {
    return line("Content-Length: " + bytes.length).rest(bytes);
  }

  /** Bytes after the header section. */
  RawRequest rest(byte[] bytes) {
    body = bytes;
    return this;
  }

  RawRequest rest(String bytes) {
    return rest(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** No more bytes will come: the sending half is closed. */
  RawRequest ended() {
    ended = true;
    return this;
  }

  /** Everything that comes back until the server closes, which it is asked to. */
  String send() throws IOException {
    line("Connection: close");
    return sendAsIs();
  }

  /** The same without asking the server to close. */
  String sendAsIs() throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.write(body);
    return exchange(port, request.toByteArray(), ended);
  }

  /** What comes back for these bytes until the server closes. */
  static String exchange(int port, byte[] request, boolean ended) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request);
        out.flush();
        if (ended) {
          socket.shutdownOutput();
        }
      } catch (SocketException e) {
        // The server has answered and closed without reading all.
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException e) {
        // Reset, since it did not want the rest; what came before counts.
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
