package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.text.Folding;
import cz.okenko.knowledge.text.WordPatterns;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells what about a matter is asked, from the wording alone: the aspect named first, except that
/// "how" and "who" yield to any other, since nearly every question has such a word.
public final class AspectDetection {

  private static final int MOST_WORDS = 300;
  private static final int MANY = 3;

  private static final Map<Aspect, String> WORDINGS =
      Map.of(
          Aspect.FEE,
          """
          kolik … stoj*|stal*|stat; co … stoji; kolik … plati*|zaplat*|plac*|da|dam; za kolik
          cena|cenu|ceny|ceni*; poplat*; zadarmo|zdarma; plati|platim|platime se|za; sazb*
          musim|musime … platit|zaplatit; kolik korun|penez|kc|prachu|kaci; drahe|drahy|draha; cenik*
          how much; cost|costs|fee|fees|price; do i … pay; for free
          wie viel kostet; was kostet; kostet|kosten|gebuhr*; kostenlos
          скільки коштує|коштуе; ціна|ціну; плат*; безкоштовно
          """,
          Aspect.DOCUMENTS,
          """
          co … s sebou|sebou; co … prinest|donest|vzit|dolozit|predlozit|pripravit|prinesu|donesu
          co|ceho … je|budu|budeme potreba|potrebovat|treba; co … potrebuji|potrebuju|potrebujeme
          jake|jakej|ktere … doklad*|dokument*|papir*|formular*|podklad*|prilohy|potvrzeni
          doklady|dokumenty|papiry … potreb*|treba|nutne|donest|prinest|vzit|k|ke
          mam … prinest|donest; musim … prinest|donest|vzit; co k tomu|k vyrizeni; stac* … obcanka|pas
          what … bring|documents|papers; which documents; documents … need*|required; need to bring
          welche unterlagen|dokumente|papiere; was … mitbringen|brauche|benotige; unterlagen|mitbringen
          які документи|папери; що … взяти|принести|потрібно; документи … потрібн*
          """,
          Aspect.WHERE,
          """
          kde; kam; u koho; na jakem|kterem|jakym|kterym urade|miste|odboru|prepazce|okenku
          na jaky|ktery urad|odbor; ktery urad|odbor|uradu; kterej urad; jaka|jakou adresa|adresu
          ve kterych|kterem dverich|patre; musim|muzu|mohu … tam … bydlim|bydliste; v jinem meste
          u vas nebo|ci; jiny|jinem mesto|meste; kdekoli*
          where; which office; wo; wohin; bei wem; welches amt|buro; де; куди; в якому
          """,
          Aspect.WHEN,
          """
          kdy; do kdy; dokdy; odkdy; od kdy; v jake|jaky lhute|termin; do kolika dni|dnu|hodin
          jaka … lhuta; lhut*; termin*; nejpozdeji; jak brzy|dlouho predem; v kolik; nejdriv*
          when; by when; deadline; how soon; wann; bis wann; frist; коли; до якого
          """,
          Aspect.HOW_LONG,
          """
          jak dlouho; za jak dlouho; jak rychle; kolik dni|dnu|casu|tydnu|mesicu; dlouho … trva*|ceka*
          kdy bude|budou|bych … hotov*|pripraven*; kdy … dostanu|prijde|vyzvednu; za kolik dni|dnu
          na jak dlouho; do kdy plati; jak dlouho plati; platnost*; trva* … dlouho|dnu|dni|vyrizeni
          how long; how many days|weeks; wie lange; wie viele tage; valid; gultig
          як довго; скільки часу|днів; скільки чекати
          """,
          Aspect.HOW,
          """
          jak … vyrid*|zarid*|pozad*|podat|podam|prihlas*|odhlas*|ohlas*|nahlas*|zmen*|zrus*|postup*
          jak mam|na|to|se; jakym zpusobem; postup*; online; pres internet|datovku; elektronicky; e mailem
          po internetu; na dalku; formular*; datovou schrankou; bez navstevy
          how do|can|to; online; wie kann|beantrage|melde|bekomme|funktioniert; як
          """,
          Aspect.WHO,
          """
          kdo; muze … za me|nej|ni|nas|manzel*|manzelk*|nekdo|rodic*; misto me; plna|plnou moc
          zastoup*; musim|musime … osobne|oba; kdo muze|musi; od kolika let; za dite
          who can|may|must; someone else; power of attorney; wer kann|darf|muss; vollmacht
          хто може; довіреність
          """,
          Aspect.APPEAL,
          """
          odvola*; odvolan*; nesouhlas*; namitk*; zamitl*; zamitn*; odmitl*; kdyz … zamitnou|nevyhovi
          appeal; refused|rejected; einspruch|widerspruch|abgelehnt; оскарж*; апеляц*; відмов*
          """);

  private static final Set<Aspect> WEAK = EnumSet.of(Aspect.HOW, Aspect.WHO);

  /// Fee and appeal are rarely mentioned by the way, and "how long" begins like "when" and "how".
  private static final List<Aspect> BY_STRENGTH =
      List.of(
          Aspect.APPEAL, Aspect.HOW_LONG, Aspect.FEE, Aspect.DOCUMENTS, Aspect.WHEN, Aspect.WHERE);

  private final Map<Aspect, WordPatterns<Aspect>> patterns = new EnumMap<>(Aspect.class);

  public AspectDetection() {
    WORDINGS.forEach(
        (aspect, wordings) -> {
          WordPatterns<Aspect> all = new WordPatterns<>();
          wordings
              .lines()
              .flatMap(line -> Arrays.stream(line.split(";", -1)))
              .filter(wording -> !wording.isBlank())
              .forEach(wording -> all.add(aspect, wording));
          patterns.put(aspect, all);
        });
  }

  /// The aspect the text asks for; [Aspect#GENERAL] when it names none, or three and more.
  public Aspect of(String text) {
    List<String> words = Folding.words(text, MOST_WORDS);
    Set<Aspect> named = EnumSet.noneOf(Aspect.class);
    Aspect first = Aspect.GENERAL;
    int firstAt = Integer.MAX_VALUE;
    for (Aspect aspect : BY_STRENGTH) {
      Optional<WordPatterns.Hit<Aspect>> hit = hit(aspect, words);
      if (hit.isPresent() && !isPartOfHowLong(aspect, named, hit.get().start(), firstAt)) {
        named.add(aspect);
        if (hit.get().start() < firstAt) {
          first = aspect;
          firstAt = hit.get().start();
        }
      }
    }
    if (named.size() >= MANY) {
      return Aspect.GENERAL;
    }
    return named.isEmpty() ? weak(words) : first;
  }

  private static boolean isPartOfHowLong(Aspect aspect, Set<Aspect> named, int at, int firstAt) {
    return named.contains(Aspect.HOW_LONG) && aspect == Aspect.WHEN && Math.abs(at - firstAt) <= 1;
  }

  private Aspect weak(List<String> words) {
    return WEAK.stream()
        .filter(aspect -> hit(aspect, words).isPresent())
        .reduce((how, who) -> who)
        .orElse(Aspect.GENERAL);
  }

  private Optional<WordPatterns.Hit<Aspect>> hit(Aspect aspect, List<String> words) {
    WordPatterns<Aspect> all = patterns.get(aspect);
    return all == null ? Optional.empty() : all.firstIn(words);
  }
}
