package cz.okenko.knowledge.content;

import cz.okenko.knowledge.ContentFault;
import java.util.ArrayList;
import java.util.List;

/// Everything found wrong so far. Reading goes on after a fault so that all are told at once.
public final class Faults {

  private final List<ContentFault> found = new ArrayList<>();

  void add(String file, int line, String reason) {
    found.add(new ContentFault(file, line, reason));
  }

  void add(Mark mark, String reason) {
    add(mark.file(), mark.line(), reason);
  }

  /// All faults in the order of files and lines.
  public List<ContentFault> all() {
    return found.stream().sorted().distinct().toList();
  }
}
