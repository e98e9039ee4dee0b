package dev.signet.server.http;

import dev.signet.server.settings.Origin;
import dev.signet.server.settings.Settings;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The origin under which browsers see the server. Where the settings do not name it, it follows
 * from the address that the server got, which is known only once it listens; a request that is
 * faster than that waits.
 */
public final class Site {
  private final CompletableFuture<Origin> origin = new CompletableFuture<>();
  private final Settings settings;

  public Site(Settings settings) {
    this.settings = settings;
    settings.origin().ifPresent(origin::complete);
  }

  /** To be called when the server listens, with the port that it got. */
  public void listensAt(int port) {
    // Does nothing where the settings have named the origin.
    origin.complete(Origin.parse("http://" + settings.listenText(port)).orElseThrow());
  }

  /** Origins whose pages may frame the site's. */
  List<Origin> frameAncestors() {
    return settings.transport().frameAncestors();
  }

  /** Origins beside the site's own that its pages may connect to. */
  List<Origin> mailOrigins() {
    return settings.mail().origins();
  }

  /** The origin. */
  public Origin origin() {
    return origin.join();
  }
}
