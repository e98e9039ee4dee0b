package dev.signet.conformance;

import java.util.List;

/** A collection of published cases. */
public interface Corpus {
  /** In the order of the table; those of one group follow one another. */
  List<CaseFile> files();
}
