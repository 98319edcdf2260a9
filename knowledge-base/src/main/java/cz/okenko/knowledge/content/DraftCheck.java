package cz.okenko.knowledge.content;

import cz.okenko.knowledge.ContentFault;
import cz.okenko.knowledge.Draft;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong in drafts, in themselves and beside what is published already.
public final class DraftCheck {

  private static final Pattern FACT_KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Known known;
  private final Faults faults = new Faults();
  private final List<ArticleFile.Draft> articles = new ArrayList<>();
  private final List<TranslationFile.Draft> translations = new ArrayList<>();
  private final List<Faq> faqs = new ArrayList<>();
  private final Set<String> facts = new HashSet<>();

  private DraftCheck(Known known) {
    this.known = known;
    this.facts.addAll(known.facts());
  }

  /// The phrases of a published text.
  public record Phrases(Slug owner, Language language, List<String> texts) {}

  /// What is published. `settled` are the keys of facts that the office's settings define.
  public record Known(
      List<LifeSituation> situations,
      Set<Slug> faqs,
      List<Phrases> phrases,
      Set<String> facts,
      Set<String> settled) {}

  /// Every fault; the names of files are those the texts would have among content files.
  public static List<ContentFault> faults(List<Draft> drafts, Known known) {
    return new DraftCheck(known).of(drafts);
  }

  private List<ContentFault> of(List<Draft> drafts) {
    for (Draft draft : drafts) {
      switch (draft) {
        case Draft.Text text -> text(text);
        case Draft.FaqEntry(Faq faq) -> faqs.add(faq);
        case Draft.FactValue(Fact fact) -> fact(fact);
        case Draft.Withdrawal _ -> {}
      }
    }
    Set<String> rewritten = new HashSet<>();
    articles.forEach(article -> rewritten.add(article.head().text()));
    Set<Slug> otherFaqs = new HashSet<>(known.faqs());
    faqs.forEach(faq -> otherFaqs.remove(faq.slug()));
    for (ArticleFile.Draft article : articles) {
      if (known.faqs().contains(article.article().slug())) {
        faults.add(article.head(), "a question has the slug " + article.head().text());
      }
    }
    Consistency consistency = new Consistency(faults, facts);
    known.situations().stream()
        .filter(situation -> !rewritten.contains(situation.slug().value()))
        .forEach(consistency::know);
    phrasesBeside(consistency);
    consistency.check(
        new Consistency.Parts(articles, translations, faqs, List.of(), Set.of(), otherFaqs));
    return faults.all();
  }

  private void phrasesBeside(Consistency consistency) {
    Set<String> rewritten = new HashSet<>();
    articles.forEach(a -> rewritten.add(a.head().text() + Language.CS));
    translations.forEach(
        t -> rewritten.add(t.head().text() + t.translation().variant().language()));
    if (rewritten.isEmpty()) {
      return;
    }
    for (Phrases phrases : known.phrases()) {
      if (!rewritten.contains(phrases.owner().value() + phrases.language())) {
        consistency.know(phrases);
      }
    }
  }

  private void text(Draft.Text text) {
    String name = text.variant().code() + "/" + text.slug() + ".md";
    switch (text.variant()) {
      case CS -> add(ArticleFile.read(name, text.source(), faults), articles::add);
      case FAQ -> add(FaqFile.read(name, text.source(), faults), faqs::add);
      case EN, UK, DE, EASY ->
          add(
              TranslationFile.read(name, text.variant(), text.source(), faults),
              translations::add);
    }
  }

  private static <T> void add(@Nullable T read, Consumer<T> list) {
    if (read != null) {
      list.accept(read);
    }
  }

  private void fact(Fact fact) {
    if (!FACT_KEY.matcher(fact.key()).matches()) {
      faults.add("facts.yaml", 0, "not a fact key: " + fact.key());
    }
    if (fact.value().isBlank()) {
      faults.add("facts.yaml", 0, "fact " + fact.key() + " has no value");
    }
    if (fact.validTo().isBefore(fact.validFrom())) {
      faults.add("facts.yaml", 0, "fact " + fact.key() + " ends before it begins");
    }
    if (fact.validTo().isBefore(fact.checked())) {
      faults.add("facts.yaml", 0, "fact " + fact.key() + " had expired when it was checked");
    }
    if (!fact.source().toString().isEmpty() && !"https".equals(fact.source().getScheme())) {
      faults.add("facts.yaml", 0, "fact " + fact.key() + " has a source that is not https");
    }
    if (known.settled().contains(fact.key())) {
      faults.add("facts.yaml", 0, "fact " + fact.key() + " stands in the office's settings");
    }
    facts.add(fact.key());
  }
}
