package cz.okenko.connectors.http;

/// Ends a request with a [Problem]; made without a stack trace, since it is an answer, not a fault.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
