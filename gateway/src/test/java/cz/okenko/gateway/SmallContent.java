package cz.okenko.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A handful of articles for a process that is started again and again: reading and indexing all that
/// are shipped is most of a start.
final class SmallContent {
  private SmallContent() {}

  /// Writes them into a new folder and gives it.
  static Path in(Path folder) throws IOException {
    Path articles = Files.createDirectories(folder.resolve("cs"));
    write(articles, "obcanka", "Nová občanka", "kolik stojí nová občanka");
    write(articles, "pas", "Cestovní pas", "jak si vyřídím cestovní pas");
    write(articles, "pes", "Poplatek za psa", "kolik se platí za psa");
    write(articles, "podpis", "Ověření podpisu", "kde mi ověří podpis");
    return folder;
  }

  private static void write(Path articles, String slug, String title, String question)
      throws IOException {
    Files.writeString(
        articles.resolve(slug + ".md"),
        """
        ---
        slug: %s
        title: %s
        agenda: doklady
        authority: obec
        review-by: 2099-12-31
        terms: [%s]
        phrases:
          - %4$s
          - %4$s prosím
          - %4$s dnes
          - %4$s u vás
          - %4$s na úřadě
          - %4$s tady
          - dobrý den %4$s
          - nevím %4$s
        legal-basis: []
        links: []
        related: []
        ---
        ## answer
        Tady je %2$s.
        """
            .formatted(slug, title, slug, question));
  }
}
