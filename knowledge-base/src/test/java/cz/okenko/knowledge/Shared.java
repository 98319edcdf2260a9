package cz.okenko.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of questions and hostile strings that lies beside the repository on some machines.
public final class Shared {

  private Shared() {}

  /// The file in the shared folder; when the folder is not there, says so loudly and is empty.
  public static Optional<Path> file(String name) {
    String told = System.getenv().getOrDefault("OKENKO_SHARED", "");
    String repository = System.getProperty("okenko.repository", "..");
    Path folder =
        Path.of(
            System.getProperty(
                "okenko.shared", told.isEmpty() ? repository + "/../shared" : told));
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return Optional.of(file);
    }
    System.err.println("NOT TESTED: " + file + " is missing; set OKENKO_SHARED");
    return Optional.empty();
  }
}
