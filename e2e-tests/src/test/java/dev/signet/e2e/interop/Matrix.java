package dev.signet.e2e.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a run, and the page that they make. */
final class Matrix {
  private static final String HEAD =
      """
      # Interoperability

      Made by the end-to-end tests (`MatrixTest`): each cell is a message that one side wrote and the other read, the
      engine through the SDK in Chromium. Signed messages are read twice, the second time with one octet changed, which
      must be refused. A number is a peer's refusal, in its own words below; before a refusal to read is believed, the peer
      is given the same form as OpenSSL writes it. "No option" says that its interface has none for the form. A run that
      gives another page than this one fails.

      Post-quantum algorithms have no peer that reads CMS; the published messages in
      [conformance.md](conformance.md) stand in for it.
      """;

  private final List<String> peers;
  private final Map<Direction, Map<Row, List<Cell>>> cells = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();

  Matrix(List<String> peers) {
    this.peers = List.copyOf(peers);
  }

  /** Cells are put in the order of the peers. */
  void put(Direction direction, Row row, Cell cell) {
    cells
        .computeIfAbsent(direction, each -> new LinkedHashMap<>())
        .computeIfAbsent(row, each -> new ArrayList<>())
        .add(cell);
  }

  String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    cells.forEach((direction, rows) -> table(page, direction, rows));
    page.append("\n## What peers say\n\n");
    for (int i = 0; i < refusals.size(); i++) {
      page.append(i + 1).append(". ").append(refusals.get(i)).append('\n');
    }
    return page.toString();
  }

  private void table(StringBuilder page, Direction direction, Map<Row, List<Cell>> rows) {
    page.append("\n## ").append(direction.title()).append("\n\n| |");
    peers.forEach(peer -> page.append(' ').append(peer).append(" |"));
    page.append("\n|---|").append("---|".repeat(peers.size())).append('\n');
    rows.forEach(
        (row, all) -> {
          page.append("| ").append(row.title()).append(" |");
          for (int i = 0; i < all.size(); i++) {
            page.append(' ').append(text(peers.get(i), all.get(i))).append(" |");
          }
          page.append('\n');
        });
  }

  private String text(String peer, Cell cell) {
    return switch (cell.state()) {
      case PASSED -> "passed";
      case CANNOT -> "cannot (" + number(peer + ": " + cell.words().replace("|", "\\|")) + ")";
      case FAILED -> "**failed**";
    };
  }

  private int number(String refusal) {
    if (!refusals.contains(refusal)) {
      refusals.add(refusal);
    }
    return refusals.indexOf(refusal) + 1;
  }
}
