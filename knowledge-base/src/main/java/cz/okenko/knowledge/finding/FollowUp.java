package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.text.Beginnings;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Folding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a question continues what is being talked about.
///
/// @param own how many of its words could name a subject of their own
/// @param narrowing how many only say for whom, where or under what circumstances ("pro dítě")
/// @param joined whether it begins like a continuation ("a kolik …") or points back ("to", "ho")
/// @param asksAlone whether it asks about an aspect ("kolik to stojí") and names no matter at all
record FollowUp(int own, int narrowing, boolean joined, boolean asksAlone) {

  private static final int FEW = 3;
  private static final int VERY_FEW = 2;

  /// A narrowing question leaves the matter only for a subject as clear as this.
  private static final double CLEAR = 0.8;

  /// Below this confidence the question alone names no subject.
  private static final double LIKELY = 0.25;

  /// A subject this much more likely than the one talked about is another one.
  private static final double FAR_BEHIND = 0.25;

  private static final Set<String> JOINING =
      words(
          "a", "ale", "co", "i", "takze", "and", "what", "but", "und", "aber", "was", "oder",
          "а", "і", "та", "й", "але", "и");

  private static final Set<String> POINTING =
      words(
          "to", "ho", "ji", "tam", "toho", "tomu", "tim", "nej", "ni", "it", "this", "that",
          "there", "es", "das", "dafur", "dazu", "damit", "dort", "це", "його", "її", "там", "это");

  /// Beginnings of words that ask about an aspect and name no subject.
  private static final Beginnings ASKING =
      beginnings(
          "kolik", "stoj", "stat", "stal", "cen", "poplat", "plat", "zaplat", "dokla", "dokum",
          "papir", "donest", "prines", "sebou", "sebo", "dlouh", "trva", "lhut", "termi",
          "potre", "treba", "formu", "tiskop", "blank", "onlin", "onlaj", "inter", "elekt", "odvol",
          "vyri", "zari", "hotov", "prij", "najd", "welch", "brauch", "jdu", "jit",
          "kcem", "cek", "trv", "doloz", "doloh", "kolk", "kolyk", "adres", "urad", "prepa",
          "obraci", "obrat", "postu", "dela", "udel", "zadost", "zdar", "draz",
          "drah", "penez", "kart", "posl", "poslat", "stahn", "vypln", "fotk", "kopi", "podep",
          "cost", "much", "long", "docum", "bring", "pay", "fee", "form", "price", "ready", "koste",
          "find", "wait", "lange", "unter", "dauer", "hinge", "wievi", "gebuh", "zahl", "mitbr",
          "antrag", "кошт", "довго", "докум",
          "скіл", "скил", "плат", "форм", "бланк", "онлай", "взят", "прине", "стои", "чека",
          "сколь", "skolk", "kosht", "потрі", "нужн", "довг");

  /// Stems that ask and are too short to be beginnings.
  private static final Set<String> ASKING_WHOLE =
      Set.of(
          "da", "jde", "hot", "jit", "mas", "mit", "seb", "hod", "dam", "sou", "prik", "go", "hw",
          "dos", "viel", "lang", "hoch", "geht", "cas", "zajm", "kud", "jty", "vzj", "sob", "eto",
          "stoyt", "stoit", "sto", "yak", "jak", "tse", "ce", "cin", "kaky", "dovh", "treb");

  /// Asking words that are a matter of their own when nothing else is named: a copy, a payment.
  private static final Beginnings MATTERS =
      beginnings(
          "kopi", "urad", "posl", "posila", "vypln", "zapla", "platb", "termi", "odvol", "podep",
          "kart", "fotk", "adres", "prepa", "zados", "antra", "elekt");

  /// What a narrowing word is called in the slug of the article it leads to.
  private static final Map<String, Beginnings> IN_SLUGS =
      Map.of(
          "dite",
          beginnings(
              "dit", "det", "syn", "dcer", "kluk", "holk", "nezlet", "miminko", "vnuk", "child",
              "kid", "son", "daug", "kind", "sohn", "tocht", "дит", "син", "дочк", "ребен"),
          "ztrata",
          beginnings("ztrat", "ukra", "lost", "stole", "verlor", "gestoh", "загуб", "втрат", "вкра"),
          "ciz", beginnings("cizi", "foreig", "auslan"),
          "zrychlene",
          beginnings("rychl", "spech", "expre", "quick", "fast", "schnel", "швид", "терм"));

  /// Beginnings of words that say for whom, where or when, and under what circumstances.
  private static final Beginnings NARROWING =
      beginnings(
          "dit", "det", "miminko", "syn", "dcer", "kluk", "holk", "nezlet", "vnuk", "manzel", "rodic",
          "mam", "tat", "otc", "babi", "ded", "brat", "sest", "duchod", "senio", "stude", "cizi",
          "zahra", "slove", "ukraj", "obcan", "firm", "nemoc", "inval", "vozic", "sobot", "viken",
          "pondel", "ztrat", "ukra", "prosl", "propad", "poskoz", "rozbi", "zapom", "zmesk", "pozd",
          "nestih", "jin", "mest", "posta", "poste", "telef", "osob", "zastup", "sam", "rychl",
          "spech", "expre", "neco", "stane", "nemam", "nemuz", "nechc", "odmit", "bez", "let", "rok",
          "starsi", "mlads", "pod", "nad", "18", "15", "child", "kid", "son", "daug", "wife",
          "husba", "abroa", "lost", "foreig", "kind", "sohn", "tocht", "frau", "mann", "ausla",
          "дити", "син", "дочк", "корд", "ребен", "чоло", "жінк");

  /// Written as people write them, compared as texts are folded.
  private static Set<String> words(String... words) {
    return Arrays.stream(words).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
  }

  private static Beginnings beginnings(String... beginnings) {
    return new Beginnings(words(beginnings));
  }

  static FollowUp of(Features features) {
    int own = 0;
    int narrowing = 0;
    for (String stem : features.stems()) {
      if (NARROWING.begin(stem)) {
        narrowing++;
      } else if (!asks(stem, features.words())) {
        own++;
      }
    }
    List<String> words = features.words();
    boolean joined =
        (!words.isEmpty() && JOINING.contains(words.getFirst()))
            || words.stream().anyMatch(POINTING::contains);
    boolean asksAlone =
        own + narrowing == 0
            && !features.stems().isEmpty()
            && features.stems().stream().noneMatch(MATTERS::begin);
    return new FollowUp(own, narrowing, joined, asksAlone);
  }

  /// "Vzít" asks what to bring, "vzít se" is to marry.
  private static boolean asks(String stem, List<String> words) {
    return ASKING_WHOLE.contains(stem)
        || ASKING.begin(stem)
        || (stem.startsWith("vzit") && !words.contains("se"));
  }

  /// Whether it names nothing at all, be it only because it goes on with what was talked about.
  boolean namesNothing() {
    return own + narrowing == 0;
  }

  /// Whether the article talked about is meant, given what the question alone would find.
  boolean isMeant(Slug slug, List<Ranked> ranking, double confidence) {
    if (namesNothing() || ranking.isEmpty()) {
      return true;
    }
    Ranked first = ranking.getFirst();
    if (first.subject().id().equals(slug.value())) {
      return own <= FEW || confidence >= LIKELY;
    }
    if (own == 0) {
      return joined || confidence < CLEAR;
    }
    boolean near = likelihood(slug, ranking) >= FAR_BEHIND * first.likelihood();
    return own <= VERY_FEW && confidence < LIKELY && (joined || near);
  }

  /// The article beside the one talked about that a narrowing question leads to ("a pro dítě?").
  Optional<Slug> sibling(Slug slug, List<String> stems, List<Subject> subjects) {
    String family = family(slug.value());
    if (own > 0 || family.isEmpty()) {
      return Optional.empty();
    }
    return IN_SLUGS.entrySet().stream()
        .filter(named -> stems.stream().anyMatch(named.getValue()::begin))
        .map(Map.Entry::getKey)
        .flatMap(
            name ->
                subjects.stream()
                    .map(Subject::id)
                    .filter(id -> id.startsWith(family) && id.contains(name)))
        .filter(id -> !id.equals(slug.value()))
        .min(Comparator.naturalOrder())
        .map(Slug::new);
  }

  /// Slugs of articles about one thing begin alike: all but their last word, with its dash.
  private static String family(String slug) {
    return slug.substring(0, slug.lastIndexOf('-') + 1);
  }

  private static double likelihood(Slug slug, List<Ranked> ranking) {
    return ranking.stream()
        .filter(ranked -> ranked.subject().id().equals(slug.value()))
        .mapToDouble(Ranked::likelihood)
        .findFirst()
        .orElse(0);
  }
}
