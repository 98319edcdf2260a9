package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.knowledge.content.ContentReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentFaultsTest {

  private static final String ARTICLE =
      """
      ---
      slug: poplatek-pes
      title: Poplatek ze psa
      agenda: poplatky
      authority: obec
      review-by: 2027-06-30
      terms: [pes, čokl]
      phrases:
        - kde přihlásím psa
        - kolik se platí za psa
      legal-basis:
        - statute: zákon č. 565/1990 Sb.
          paragraph: § 2
          url: https://www.zakonyprolidi.cz/cs/1990-565
      links:
        - label: Portál občana
          url: https://obcan.portal.gov.cz/
      related: []
      ---
      ## answer
      Psa přihlaste do 15 dnů.

      ## fee
      Platí se {fact:pes-sazba}.

      ## documents
      Vezměte si občanku.
      """;

  private static final String ENGLISH =
      """
      ---
      slug: poplatek-pes
      title: Dog fee
      translated: 2026-11-28
      phrases:
        - how much
      ask:
        question: How big?
        options:
          - {label: Small, text: Go.}
          - {label: Big, article: poplatek-pes}
      ---
      ## answer
      Register your dog.

      ## fee
      You pay {fact:pes-sazba}.
      """;

  private static final String FACTS =
      """
      pes-sazba:
        value: 600 Kč
        checked: 2026-11-21
        status: confirmed
      """;

  @Test
  void a_right_content_has_no_fault() {
    assertThat(faults(files())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title: Poplatek ze psa      | titel: Poplatek ze psa      | cs/poplatek-pes.md:3: unknown key titel
          title: Poplatek ze psa      | titel: Poplatek ze psa      | cs/poplatek-pes.md:2: missing title
          slug: poplatek-pes          | slug: pes                   | cs/poplatek-pes.md:2: slug pes differs from the file name
          slug: poplatek-pes          | slug: Poplatek pes          | cs/poplatek-pes.md:2: not a slug: Poplatek pes
          review-by: 2027-06-30       | review-by: brzy             | cs/poplatek-pes.md:6: review-by is not a day like 2027-06-30: brzy
          review-by: 2027-06-30       | terms: []                   | cs/poplatek-pes.md:2: missing review-by
          kolik se platí za psa       | Kde prihlasim psa?          | cs/poplatek-pes.md:10: phrase stands in poplatek-pes already: Kde prihlasim psa?
          https://obcan.portal.gov.cz/| http://obcan.portal.gov.cz/ | cs/poplatek-pes.md:17: url is not an https address: http://obcan.portal.gov.cz/
          related: []                 | related: [kocka]            | cs/poplatek-pes.md:18: unknown slug kocka
          '## fee'                      | ## cena                     | cs/poplatek-pes.md:23: unknown section ## cena
          '## documents'                | ## answer                   | cs/poplatek-pes.md:26: section answer occurs twice
          '## answer'                   | ## who                      | cs/poplatek-pes.md: missing section answer
          '## answer'                   | ## who                      | cs/poplatek-pes.md:23: section fee must stand before who
          {fact:pes-sazba}            | {fact:pes-cena}             | cs/poplatek-pes.md:24: unknown fact pes-cena
          {fact:pes-sazba}            | {cena}                      | cs/poplatek-pes.md:24: unknown placeholder {cena}
          Vezměte si občanku.         | [zde](http://x.cz)          | cs/poplatek-pes.md:27: not an https address: http://x.cz
          """)
  void a_fault_in_an_article_is_told_with_its_line(String right, String wrong, String told) {
    Map<String, String> files = files();
    files.put("cs/poplatek-pes.md", ARTICLE.replace(right, wrong));

    assertThat(faults(files)).contains(told);
  }

  @Test
  void faults_of_all_files_are_told_at_once() {
    Map<String, String> files = files();
    files.put("cs/poplatek-pes.md", ARTICLE.replace("agenda: poplatky\n", ""));
    files.put("facts.yaml", FACTS.replace("600 Kč", "''") + "Pes: 1\n");
    files.put("poznamky.txt", "nic");

    assertThat(faults(files))
        .contains(
            "cs/poplatek-pes.md:2: missing agenda",
            "facts.yaml:2: value is empty",
            "facts.yaml:5: not a fact key: Pes",
            "facts.yaml:5: Pes must have keys",
            "poznamky.txt: is neither an article in a known folder nor one of the known lists");
  }

  @Test
  void a_fact_that_had_expired_when_checked_is_refused() {
    Map<String, String> files = files();
    files.put("facts.yaml", FACTS + "  valid-to: 2025-12-31\n");

    assertThat(faults(files))
        .containsExactly("facts.yaml:1: fact pes-sazba had expired when it was checked");
  }

  @Test
  void a_phrase_of_two_articles_and_a_word_of_two_concepts_are_refused() {
    Map<String, String> files = files();
    files.put("cs/pes-ztrata.md", ARTICLE.replace("poplatek-pes", "pes-ztrata"));
    files.put(
        "lexicon.yaml",
        """
        - concept: pes
          words: [čokl, vořech]
        - concept: zvire
          words: [cokl]
        """);

    assertThat(faults(files))
        .contains(
            "cs/poplatek-pes.md:9: phrase stands in pes-ztrata already: kde přihlásím psa",
            "lexicon.yaml:4: word cokl stands in pes already");
  }

  @Test
  void a_word_that_another_concept_understands_by_stem_or_beginning_is_refused() {
    Map<String, String> files = files();
    files.put(
        "lexicon.yaml",
        """
        - concept: taxi
          words: [taxi, zavolat auto]
        - concept: poplatek
          words: [taxa, autopůjčovna]
        - concept: vozidlo
          words: [auto*]
        """);

    assertThat(faults(files))
        .containsExactlyInAnyOrder(
            "lexicon.yaml:2: word taxi is understood as poplatek too",
            "lexicon.yaml:4: word taxa is understood as taxi too",
            "lexicon.yaml:4: word autopůjčovna is understood as vozidlo too");
  }

  @Test
  void unreadable_yaml_is_told_with_its_line() {
    Map<String, String> files = files();
    files.put("elsewhere.yaml", "- topic: soud\n  title: [Soud\n");
    files.put("intents.yaml", "small-talk: {greeting: {xx: [ahoj]}, grin: {}}\nhandoff: {}\n");

    assertThat(faults(files))
        .anyMatch(fault -> fault.startsWith("elsewhere.yaml:3: not readable"))
        .contains(
            "intents.yaml:1: unknown language xx",
            "intents.yaml:1: unknown key grin",
            "intents.yaml:1: missing emergency");
  }

  @Test
  void what_is_wrong_in_the_sentences_is_told_with_its_line() {
    String said =
        """
        danger:
          fire:
            cs: [hoří nám, Hoří nám!]
            xx: []
          flood: {}
        handoff: {cs: [hori nam, "?"]}
        tampering: ano
        small-talk: {}
        """;
    Map<String, String> files = files();
    files.put("said.yaml", said);

    assertThat(faults(files))
        .containsExactlyInAnyOrder(
            "said.yaml:3: sentence stands in danger/fire already: Hoří nám!",
            "said.yaml:4: unknown key xx",
            "said.yaml:5: unknown key flood",
            "said.yaml:6: sentence stands in danger/fire already: hori nam",
            "said.yaml:6: a sentence without a word: ?",
            "said.yaml:7: tampering must have keys",
            "said.yaml:1: missing matter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slug: poplatek-pes    | slug: pes              | en/poplatek-pes.md:2: slug pes differs from the file name
          slug: poplatek-pes    | slug: pes              | en/poplatek-pes.md:2: there is no Czech article pes
          translated: 2026-11-28| translated: včera      | en/poplatek-pes.md:4: translated is not a day like 2027-06-30: včera
          translated: 2026-11-28| agenda: poplatky       | en/poplatek-pes.md:4: unknown key agenda
          - how much            | - how~  - HOW?         | en/poplatek-pes.md:7: phrase stands in poplatek-pes already: HOW?
          '## fee'                | ## how                 | en/poplatek-pes.md:16: the Czech article has no section how
          {fact:pes-sazba}      | {fact:dog-fee}         | en/poplatek-pes.md:17: unknown fact dog-fee
          article: poplatek-pes | article: kocka         | en/poplatek-pes.md:11: unknown slug kocka
          article: poplatek-pes | text: a, article: b    | en/poplatek-pes.md:11: an option has exactly one of text, article and ask
          Small, text: Go.      | Small                  | en/poplatek-pes.md:10: an option has exactly one of text, article and ask
          Small, text: Go.      | A, text: "{x}"         | en/poplatek-pes.md:10: unknown placeholder {x}
          label: Small          | label: Forty is the most a button on a phone can show | en/poplatek-pes.md:10: label has more than 40 characters: Forty is the most a button on a phone can show
          - {label: Big         | - {label: A, text: A}~    - {label: B, text: B}~    - {label: C, text: C}~    - {label: D, text: D}~    - {label: Big | en/poplatek-pes.md:9: a question has 2 to 5 options, this one 6
          """)
  void a_fault_in_a_translation_is_told_with_its_line(String right, String wrong, String told) {
    Map<String, String> files = files();
    files.put("en/poplatek-pes.md", ENGLISH);
    assertThat(faults(files)).isEmpty();

    files.put("en/poplatek-pes.md", ENGLISH.replace(right, wrong.replace("~", "\n")));
    assertThat(faults(files)).contains(told);
  }

  @Test
  void questions_follow_one_another_three_times_at_most() {
    String question = "ask: {question: A, options: [{label: B, text: b}, {label: C, %s}]}";
    String three = question.formatted(question.formatted(question));
    Map<String, String> files = files();
    files.put(
        "cs/poplatek-pes.md",
        ARTICLE.replace("related: []", "related: []\n" + three.formatted("text: c")));
    assertThat(faults(files)).isEmpty();

    String four = three.formatted(question.formatted("text: c"));
    files.put("cs/poplatek-pes.md", ARTICLE.replace("related: []", "related: []\n" + four));
    assertThat(faults(files))
        .containsExactly("cs/poplatek-pes.md:19: at most 3 questions may follow one another");
  }

  @Test
  void values_a_plain_text_and_a_question_have_their_faults_told_as_well() {
    Map<String, String> files = files();
    files.put("en/values.yaml", "\"# Kč\": \"CZK\"\n");
    files.put("cs/values.yaml", "\"# Kč\": \"# Kč\"\n");
    files.put(
        "easy/poplatek-pes.md",
        "---\nslug: poplatek-pes\ntitle: Pes\n---\n## answer\nAno.\n");
    files.put("faq/a1.md", "---\nslug: a1\nquestion: Kdy?\nlanguage: xx\n---\n");

    assertThat(faults(files))
        .containsExactly(
            "cs/values.yaml: is neither an article in a known folder nor one of the known lists",
            "easy/poplatek-pes.md:2: missing written",
            "en/values.yaml:1: CZK has another number of # than # Kč",
            "faq/a1.md: there is no answer");
  }

  @Test
  void the_exception_names_every_fault() {
    Map<String, String> files = files();
    files.put("cs/poplatek-pes.md", "nic");

    assertThatThrownBy(() -> ContentReader.read(files, Set.of()))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("cs/poplatek-pes.md:1: must begin with keys");
  }

  private static Map<String, String> files() {
    return new HashMap<>(Map.of("cs/poplatek-pes.md", ARTICLE, "facts.yaml", FACTS));
  }

  private static List<String> faults(Map<String, String> files) {
    try {
      ContentReader.read(files, Set.of());
      return List.of();
    } catch (ContentException e) {
      return e.faults().stream().map(ContentFault::toString).toList();
    }
  }
}
