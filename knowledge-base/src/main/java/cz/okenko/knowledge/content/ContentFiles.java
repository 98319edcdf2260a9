package cz.okenko.knowledge.content;

import cz.okenko.knowledge.ContentSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of the content files by their names relative to the content's root.
public final class ContentFiles {

  private static final List<String> ALWAYS_SHIPPED =
      List.of("intents.yaml", "lexicon.yaml", Said.NAME);

  private ContentFiles() {}

  /// Reads all files of a source. Rules and sentences of small talk, handoff and emergency and the
  /// lexicon come from the jar unless a folder has its own.
  public static Map<String, String> of(ContentSource source) {
    Map<String, String> shipped = shipped();
    return switch (source) {
      case ContentSource.Shipped() -> shipped;
      case ContentSource.None() -> always(shipped);
      case ContentSource.Folder(Path path) -> {
        Map<String, String> files = always(shipped);
        files.putAll(folder(path));
        yield files;
      }
    };
  }

  private static Map<String, String> always(Map<String, String> shipped) {
    Map<String, String> files = new TreeMap<>(shipped);
    files.keySet().retainAll(ALWAYS_SHIPPED);
    return files;
  }

  private static Map<String, String> shipped() {
    URL marker = ContentFiles.class.getResource("/content/intents.yaml");
    if (marker == null) {
      return new TreeMap<>();
    }
    try {
      if (!"jar".equals(marker.getProtocol())) {
        return folder(Path.of(marker.toURI()).resolveSibling(""));
      }
      // A file system of our own: the one the runtime shares may be open or closed by others.
      URI jar = ((JarURLConnection) marker.openConnection()).getJarFileURL().toURI();
      try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
        return folder(inside.getPath("/content"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot read the shipped content at " + marker, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped content at " + marker, e);
    }
  }

  /// The files in a folder alone.
  public static Map<String, String> in(Path folder) {
    return folder(folder);
  }

  private static Map<String, String> folder(Path root) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root, 2)) {
      for (Path path : walk.filter(ContentFiles::isContent).toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the content in " + root, e);
    }
    return files;
  }

  private static boolean isContent(Path path) {
    String name = String.valueOf(path.getFileName());
    return (name.endsWith(".md") && !name.equals("README.md")) || name.endsWith(".yaml");
  }
}
