package dev.signet.server.http;

/** Ends a request with a problem; {@link ProblemHandler} turns it into the answer. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    // Thrown for ordinary refusals, which hostile clients cause at will: without the cost of a
    // stack trace.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
