package cz.okenko.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of content files for tests: an article on dogs in Czech, English and plain Czech, with
/// a fee that is a fact.
final class LibraryFolder {

  static final Slug DOG = new Slug("poplatek-pes");

  private final Path folder;

  LibraryFolder(Path folder) {
    this.folder = folder;
    write(
        "facts.yaml",
        """
        pes-sazba:
          value: "1 000,5 Kč"
          statute: zákon č. 565/1990 Sb.
          paragraph: § 2
          valid-from: 2026-01-01
          valid-to: 2026-12-31
          source: https://www.zakonyprolidi.cz/cs/1990-565
          checked: 2026-11-21
          status: confirmed
        pes-lhuta: {value: 15 dnů, checked: 2026-11-20, status: confirmed}
        """);
    write("cs/poplatek-pes.md", czech("2027-06-30"));
    write("en/poplatek-pes.md", ENGLISH);
    write("en/values.yaml", "\"# Kč\": \"CZK #\"\n\"# dnů\": \"# days\"\n");
    write(
        "easy/poplatek-pes.md",
        """
        ---
        slug: poplatek-pes
        title: Platíte za psa
        written: 2026-11-28
        ---
        ## answer
        Máte psa? Přijďte na úřad. Máte na to {fact:pes-lhuta}.
        """);
  }

  static final String ENGLISH =
      """
      ---
      slug: poplatek-pes
      title: Dog fee
      translated: 2026-11-28
      phrases:
        - how much is the fee for my dog
      ask:
        question: Where do you live?
        options:
          - label: In a house
            text: You pay {fact:pes-sazba}.
          - label: In a flat
            ask:
              question: How many dogs?
              options:
                - {label: One, text: "You pay {fact:pes-sazba}."}
                - {label: More, article: poplatek-pes}
      ---
      ## answer
      Register your dog within {fact:pes-lhuta}.

      ## fee
      You pay {fact:pes-sazba}.

      ## documents
      Bring your card.
      - identity card
      """;

  static String czech(String reviewBy) {
    return """
        ---
        slug: poplatek-pes
        title: Poplatek ze psa
        agenda: poplatky
        authority: obec
        review-by: %s
        terms: [pes]
        phrases: [kolik stojí pes]
        legal-basis: []
        links: []
        related: []
        ---
        ## answer
        Psa přihlaste do {fact:pes-lhuta}.

        ## fee
        Zaplatíte {fact:pes-sazba}.

        ## documents
        Vezměte si občanku.

        ## how
        Přijďte k nám.
        """
        .formatted(reviewBy);
  }

  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ContentSource source() {
    return new ContentSource.Folder(folder);
  }
}
