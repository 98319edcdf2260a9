package cz.okenko.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/// The content was refused; nothing of it was loaded. Carries every fault, not only the first.
public final class ContentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ContentFault> faults;

  public ContentException(List<ContentFault> faults) {
    super(
        "the content has %d %s:%n%s"
            .formatted(
                faults.size(),
                faults.size() == 1 ? "fault" : "faults",
                faults.stream()
                    .sorted()
                    .map(ContentFault::toString)
                    .collect(Collectors.joining(System.lineSeparator()))));
    this.faults = faults.stream().sorted().toList();
  }

  /// All faults, in order of file and line.
  public List<ContentFault> faults() {
    return faults;
  }
}
