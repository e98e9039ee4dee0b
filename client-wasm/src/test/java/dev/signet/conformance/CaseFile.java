package dev.signet.conformance;

import java.util.List;
import java.util.function.Supplier;

/**
 * Cases that were published together, counted together and named together in {@code
 * exceptions.txt}.
 *
 * @param corpus the folder below the vectors
 * @param group the row of the table that they are counted in
 * @param name unique in the corpus
 * @param cases reads them; there is at least one
 */
public record CaseFile(String corpus, String group, String name, Supplier<List<Case>> cases) {}
