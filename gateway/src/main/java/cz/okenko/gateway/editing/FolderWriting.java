package cz.okenko.gateway.editing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes files into a folder that holds nothing else, so that it is afterwards exactly these.
public final class FolderWriting {

  private FolderWriting() {}

  /// Makes the folder when it is missing.
  ///
  /// @throws UnreadableFileException when something is in it already
  public static void write(Map<String, String> files, Path folder)
      throws IOException, UnreadableFileException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new UnreadableFileException("is not empty; name a new folder");
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder.normalize())) {
        throw new IllegalStateException("a file outside of the folder: " + file.getKey());
      }
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Deletes a folder with all that is in it.
  public static void delete(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
