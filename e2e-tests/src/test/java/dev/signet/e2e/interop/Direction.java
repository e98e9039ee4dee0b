package dev.signet.e2e.interop;

/** Who writes and who reads. */
enum Direction {
  PEER_READS("The peer reads what Signet writes"),
  PEER_WRITES("Signet reads what the peer writes");

  private final String title;

  Direction(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
