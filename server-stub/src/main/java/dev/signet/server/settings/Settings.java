package dev.signet.server.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings, read and found right.
 *
 * @param listen address and port to listen at; port 0 lets the system pick one
 * @param origin the address under which browsers see the site; empty: it follows from where the
 *     server listens
 * @param store where the store is
 * @param trustAnchors files and folders of PEM certificates; empty: the system's CA bundle
 * @param page what the page is told
 * @param limits bounds on what users may store
 * @param session how long a session lasts
 * @param signIn how users sign in
 * @param relay what the OCSP relay may do
 * @param mail where the page finds the user's mail
 * @param transport how connections are made and kept
 * @param operation what operators see
 */
public record Settings(
    InetSocketAddress listen,
    Optional<Origin> origin,
    StoreSettings store,
    List<Path> trustAnchors,
    Page page,
    Limits limits,
    SessionLimits session,
    SignInSettings signIn,
    RelaySettings relay,
    MailSettings mail,
    TransportSettings transport,
    OperationSettings operation) {

  /**
   * The host of {@link #listen}, as it was written, with a port, in the form that URLs have.
   *
   * @param port the port that the server got
   */
  public String listenText(int port) {
    InetAddress address = listen.getAddress();
    String host = listen.getHostString();
    if (address instanceof Inet6Address && host.contains(":")) {
      // Browsers write the short form (RFC 5952); other addresses than this need the setting
      // origin.
      host = address.isLoopbackAddress() ? "[::1]" : "[" + host + "]";
    }
    return host + ":" + port;
  }

  /**
   * What {@code GET /api/config} tells the page; the names of the values are those of the SDK's
   * policy.
   *
   * @param ocsp whether revocation is checked
   * @param rememberPassphrase whether the browser may keep the passphrase
   * @param newPassphrase {@code ascii} or {@code unicode}
   * @param contentCipher {@code auto} or the name of a content cipher
   * @param digest digest of new signatures
   * @param unlockMinutes minutes without use after which unlocked keys are forgotten
   * @param smimeEnabledByDefault whether S/MIME is on for a user who has not chosen
   * @param signIn how users sign in
   * @param mail address of the JMAP session resource
   */
  public record Page(
      boolean ocsp,
      boolean rememberPassphrase,
      String newPassphrase,
      String contentCipher,
      String digest,
      int unlockMinutes,
      boolean smimeEnabledByDefault,
      String signIn,
      Optional<String> mail) {}

  /**
   * Bounds on what a user may store.
   *
   * @param keyBytes bytes of one {@code .p12} file
   * @param keysPerUser number of {@code .p12} files
   * @param versions how many replaced or removed versions of a file are kept
   * @param versionAge how long they are kept
   */
  public record Limits(int keyBytes, int keysPerUser, int versions, Duration versionAge) {}

  /**
   * How long a session lasts.
   *
   * @param idle time without a request after which it ends
   * @param absolute time after which it ends however busy it is
   */
  public record SessionLimits(Duration idle, Duration absolute) {}
}
