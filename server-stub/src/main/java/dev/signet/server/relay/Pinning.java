package dev.signet.server.relay;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks the addresses of a responder up, once, and judges them all. The connection goes to these
 * and no others, so that a name which changes between look-ups changes nothing.
 */
final class Pinning {
  private static final int MOST_LOOKUPS = 32;

  private final Destinations destinations;
  private final Resolver resolver;
  private final Times times;
  private final ExecutorService lookups = Threads.upTo(MOST_LOOKUPS, "ocsp-names");

  Pinning(Destinations destinations, Resolver resolver, Times times) {
    this.destinations = destinations;
    this.resolver = resolver;
    this.times = times;
  }

  /**
   * The addresses to connect to; none where the name is not known here.
   *
   * @throws ProblemException 400 {@code responder-address} where any of them is forbidden; 503, 504
   *     where they cannot be looked up in time
   */
  List<InetAddress> addresses(ResponderAddress responder) throws ProblemException {
    List<InetAddress> found =
        responder.host().literal().isPresent()
            ? List.of(responder.host().literal().get())
            : lookUp(responder.host().text());
    if (found.isEmpty() && !destinations.isWebPort(responder.port())) {
      // Another port is allowed for networks alone, and nobody knows which one this is.
      throw ResponderAddress.refusal("port", "has a port that is not allowed");
    }
    for (InetAddress address : found) {
      if (!destinations.allow(address, responder.port())) {
        throw ResponderAddress.refusal("address", "leads to a network that is not allowed");
      }
    }
    return found;
  }

  private List<InetAddress> lookUp(String name) throws ProblemException {
    Future<InetAddress[]> found;
    try {
      found = lookups.submit(() -> resolver.resolve(name));
    } catch (RejectedExecutionException e) {
      throw Failures.busy().exception();
    }
    try {
      return List.of(found.get(times.name().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      found.cancel(true);
      throw Failures.tooSlow().exception();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        return List.of();
      }
      throw new Problem(502, "responder", "The responder's name cannot be looked up.").exception();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.tooSlow().exception();
    }
  }
}
