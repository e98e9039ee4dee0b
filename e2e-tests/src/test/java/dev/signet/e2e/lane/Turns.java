package dev.signet.e2e.lane;

import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test that is {@link Alone} wait for the other lane's, and the other lane for it. */
public final class Turns implements BeforeEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Turns.class);

  /** The lock is given back when the test is over and this is closed with what else it stored. */
  private record Turn(FileChannel room) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      room.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    boolean alone =
        test.getRequiredTestMethod().isAnnotationPresent(Alone.class)
            || test.getRequiredTestClass().isAnnotationPresent(Alone.class);
    test.getStore(NAMESPACE).put("turn", take(alone));
  }

  private static Turn take(boolean alone) throws IOException {
    // Who waits to be alone keeps the door, or the other lane's tests would pass in one by one.
    try (FileChannel door = open("door");
        FileLock waiting = door.lock()) {
      FileChannel room = open("room");
      if (!waiting.isValid() || !room.lock(0, Long.MAX_VALUE, !alone).isValid()) {
        throw new IllegalStateException("no lock");
      }
      return new Turn(room);
    }
  }

  private static FileChannel open(String name) throws IOException {
    Path folder = Files.createDirectories(Project.root().resolve("e2e-tests/target/turns"));
    return FileChannel.open(
        folder.resolve(name),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }
}
