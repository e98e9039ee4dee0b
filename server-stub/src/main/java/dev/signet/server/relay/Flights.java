package dev.signet.server.relay;

import dev.signet.server.http.ProblemException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests that are on their way to responders, each in a thread of its own, up to a bound. Whoever
 * asks the same meanwhile waits for the same answer, or for the same failure; nobody who goes away
 * takes it from the others.
 */
final class Flights {
  /** Responders that are waited for at once. */
  static final int MOST = 32;

  private final Map<Question, CompletableFuture<Answer>> flying = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService threads = Threads.upTo(MOST, "ocsp-relay");
  private final Executor aborts = Threads.upTo(4 * MOST, "ocsp-abort");
  private final Pinning pinning;
  private final Upstream upstream;
  private final Times times;
  private final Clock clock;

  Flights(Pinning pinning, Upstream upstream, Times times, Clock clock) {
    this.pinning = pinning;
    this.upstream = upstream;
    this.times = times;
    this.clock = clock;
  }

  /**
   * The answer, or a {@link ProblemException}, in at most the time for everything.
   *
   * @param landed is told once of each request that is sent
   */
  CompletionStage<Answer> join(Question asked, Landing landed) {
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> flight = flying.putIfAbsent(asked, mine);
    if (flight == null) {
      flight = mine;
      start(asked, mine, landed);
    }
    CompletableFuture<Answer> copy = flight.copy();
    waiting.incrementAndGet();
    return timed(copy.whenComplete((answer, failure) -> waiting.decrementAndGet()));
  }

  /** How many are on their way. */
  int count() {
    return flying.size();
  }

  /** How many answers are waited for, with those that wait for the same one. */
  int waiting() {
    return waiting.get();
  }

  private void start(Question asked, CompletableFuture<Answer> shared, Landing landed) {
    Exchange exchange = new Exchange(upstream, asked.responder(), asked.bytes(), clock);
    CompletableFuture<Answer> flight = timed(new CompletableFuture<>());
    long start = System.nanoTime();
    CompletionStage<Answer> landing = flight;
    landing.whenComplete(
        (answer, failure) -> {
          try {
            landed.landed(answer, failure, System.nanoTime() - start);
          } finally {
            // Before anybody has the answer, so that whoever asks after it asks anew.
            flying.remove(asked, shared);
            if (failure == null) {
              shared.complete(answer);
            } else {
              shared.completeExceptionally(failure);
            }
          }
          if (failure instanceof TimeoutException) {
            // Apart, since closing a connection may wait as well.
            aborts.execute(exchange::abort);
          }
        });
    try {
      threads.execute(() -> fly(asked, exchange, flight));
    } catch (RejectedExecutionException e) {
      flight.completeExceptionally(Failures.busy().exception());
    }
  }

  private void fly(Question asked, Exchange exchange, CompletableFuture<Answer> flight) {
    try {
      List<InetAddress> addresses = pinning.addresses(asked.responder());
      if (addresses.isEmpty() && !upstream.hasProxy()) {
        throw Failures.responder("has a name that is not known").exception();
      }
      flight.complete(exchange.ask(addresses));
    } catch (ProblemException | RuntimeException | Error e) {
      flight.completeExceptionally(e);
    }
  }

  private CompletableFuture<Answer> timed(CompletableFuture<Answer> answer) {
    return answer.orTimeout(times.whole().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Is told how a request ended. */
  @FunctionalInterface
  interface Landing {
    /** One of {@code answer} and {@code failure} is null. */
    void landed(Answer answer, Throwable failure, long nanos);
  }
}
