package dev.signet.e2e.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.signet.e2e.engine.BrowserEngines;
import dev.signet.e2e.interop.peer.GnuPgProgram;
import dev.signet.e2e.interop.peer.NodeLibrary;
import dev.signet.e2e.interop.peer.NssProgram;
import dev.signet.e2e.interop.peer.OpenSslProgram;
import dev.signet.e2e.interop.peer.Parties;
import dev.signet.e2e.interop.peer.Peer;
import dev.signet.e2e.interop.peer.Refusal;
import dev.signet.e2e.interop.peer.ThunderbirdProgram;
import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every peer, every form, both ways; and the page that says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The interoperability matrix")
@Order(18)
final class MatrixTest {
  private static final Path PAGE = Project.root().resolve("docs/interoperability.md");

  private final List<Peer> peers = new ArrayList<>();
  private Matrix matrix;
  private Subject subject;
  private Parties parties;

  @BeforeAll
  void start() throws Refusal {
    parties = new Parties(Project.scratch("matrix"));
    peers.add(new OpenSslProgram(parties));
    peers.add(new ThunderbirdProgram(parties));
    peers.add(new NssProgram(parties));
    peers.add(new GnuPgProgram(parties));
    peers.add(NodeLibrary.forge(parties));
    peers.add(NodeLibrary.pkijs(parties));
    matrix = new Matrix(peers.stream().map(Peer::name).toList());
    subject = new Subject(BrowserEngines.factory(), parties);
  }

  @AfterAll
  void end() {
    subject.close();
    peers.forEach(Peer::close);
  }

  @TestFactory
  @Order(1)
  @DisplayName("has, row by row,")
  List<DynamicTest> cells() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (Row row : Row.all()) {
        if (direction == Direction.PEER_WRITES || row.ours()) {
          for (Peer peer : peers) {
            String name = row.title() + ": " + direction.title() + ": " + peer.name();
            tests.add(dynamicTest(name, () -> exchange(direction, row, peer)));
          }
        }
      }
    }
    return tests;
  }

  private void exchange(Direction direction, Row row, Peer peer) {
    Cell cell = new Exchange(subject, parties, peer, row, peers.get(0)).run(direction);
    matrix.put(direction, row, cell);
    // What a peer cannot stands on the page; what goes wrong never does.
    assertNotEquals(Cell.State.FAILED, cell.state(), cell::words);
  }

  @Test
  @Order(2)
  @DisplayName("is the page docs/interoperability.md")
  void page() throws IOException {
    String made = matrix.markdown();
    if (System.getProperty("signet.docs", "").isEmpty()) {
      assertEquals(Files.readString(PAGE), made, "write it anew with ./test --docs");
    } else {
      Files.writeString(PAGE, made);
    }
  }
}
