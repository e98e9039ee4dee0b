package dev.signet.server.reload;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read from files, read again when they change. Content that cannot be used is logged once
 * and leaves what was there in force, so that a slip in the middle of a renewal stops nobody.
 *
 * @param <T> what is read
 */
public final class Reloaded<T> implements Supplier<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Reloaded.class);

  /**
   * Reads the files.
   *
   * @param <T> what is read
   */
  @FunctionalInterface
  public interface Loader<T> {
    /** Reads them; the exception's message names the file or the setting that is wrong. */
    T load() throws Exception;
  }

  private final String what;
  private final List<Path> places;
  private final Loader<T> loader;
  private volatile T current;

  /** Of what was read or found to be unusable last. */
  private Fingerprint settled;

  /** Of what was seen last: files are read when they have stood still between two looks. */
  private Fingerprint seen;

  private Reloaded(String what, List<Path> places, Loader<T> loader) throws Exception {
    this.what = what;
    this.places = List.copyOf(places);
    this.loader = loader;
    this.settled = Fingerprint.of(places);
    this.seen = settled;
    this.current = loader.load();
  }

  /**
   * Reads for the first time.
   *
   * @param what names it in the log
   * @param places files and folders on which it depends
   * @throws Exception what the loader throws
   */
  public static <T> Reloaded<T> of(String what, List<Path> places, Loader<T> loader)
      throws Exception {
    return new Reloaded<>(what, places, loader);
  }

  /** What was read last and could be used. */
  @Override
  public T get() {
    return current;
  }

  /** Looks at the files, and reads them where they have changed and stand still. */
  public synchronized void look() {
    Fingerprint now = Fingerprint.of(places);
    boolean still = now.equals(seen);
    seen = now;
    if (!still || now.equals(settled)) {
      return;
    }
    settled = now;
    try {
      current = loader.load();
      LOG.info("{}: read again", what);
    } catch (Exception e) {
      LOG.error("{}: what was read before stays in force: {}", what, e.getMessage());
    }
  }
}
