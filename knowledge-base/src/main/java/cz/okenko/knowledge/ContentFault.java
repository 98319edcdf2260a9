package cz.okenko.knowledge;

/// Something wrong in a content file. `line` counts from 1; 0 means the file as a whole.
public record ContentFault(String file, int line, String reason) implements Comparable<ContentFault> {

  @Override
  public int compareTo(ContentFault other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
  }
}
