package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.text.FoldedText;
import cz.okenko.knowledge.text.WordPatterns;
import cz.okenko.knowledge.text.WordTree;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells what about a matter is asked, from the wording alone: the aspect named first, except that
/// appeal, form and "how long" come before all and "how" and "who" yield to any other, since nearly
/// every question has such a word.
public final class AspectDetection {

  private static final int MANY = 3;

  private static final Map<Aspect, String> WORDINGS =
      Map.of(
          Aspect.FEE,
          """
          kolik … … stoj*|stal*|stat; co … … stoji|stat; kolik … plati*|zaplat*|plac*|da|dam|dame
          za kolik
          na kolik … prijde|vyjde|to; kolik … prijde|vyjde; bude|bude me|mi … neco … stat
          cena|cenu|ceny|ceni*|cenou|ceny; poplat*; kolk*; zadarmo|zdarma|gratis
          plati|platim|platime se|za
          castk*; kolik … penez|korun|kc|prachu|kaci|litru; za prachy|penize; sazb*; co za to chcete
          musim|musime … … platit|zaplatit|neco; da|lze … platit; drah*; levn*; cenik*
          vyse … poplatk*
          how much; cost|costs|fee|fees|price|charge|charges|charged; do|must i|we … pay; for free
          free of
          pay … for|anything|something; have to pay; expensive
          wie viel kostet; was kostet; kostet|kosten|gebuhr*|preis|kostenlos|bezahlen|zahlen|teuer
          скільки … коштує|коштуе|платити|вартує; ціна|ціну; плат*; безкоштовно; вартість; збір
          мито
          сколько … стоит|платить; цена|стоимость|пошлина|бесплатно; дорого
          """,
          Aspect.DOCUMENTS,
          """
          co … … s sebou|sebou|sebo
          co … … prinest|donest|vzit|dolozit|predlozit|pripravit|prinesu|donesu
          co|ceho … … je|budu|budeme|bude potreba|potrebovat|treba
          co … … potrebuji|potrebuju|potrebujeme
          co|cim … musim|mam … … mit|dolozit|prokazat; co … u sebe; seznam … dokl*|dokum*|priloh*
          jake|jakej|jaky|ktere|ktery … doklad*|dokument*|papir*|podklad*|priloh*|potvrzeni
          doklady|dokumenty|papiry|papir … … potreb*|treba|nutne|nutny|donest|prinest|vzit|k|ke|chcete
          mam|musim … … prinest|donest|vzit; co k tomu|k vyrizeni; k tomu … potreb*
          stac* … obcank*|pas|rodny|doklad|ridicak*|kopie|fotk*
          potrebuj*|musim … … fotk*|fotografi*
          potrebuj* k tomu; potrebuju|potrebuji|musim mit … rodny|obcank*|potvrzeni|souhlas
          what … bring|need $; documents|papers|paperwork; need to bring; bring|take … with|along
          need a|any photo
          what do|would|should i|we need|bring; do i need a|my photo|birth|id|passport
          welche unterlagen|dokumente|papiere
          was … … mitbringen|mitnehmen|brauche|benotige|dabei|vorlegen
          unterlagen|mitbringen|dokumente; brauche ich … foto|passbild
          які|яку … документи|папери|довідки|довідка; що … … взяти|принести|потрібно|треба … $
          документи … потрібн*
          що … взяти|принести; какие … документы|справки; что … … взять|принести
          треба|потрібно … фото
          """,
          Aspect.WHERE,
          """
          kde; kam; u koho; na koho
          nekde|nekam|nekomu … hlasit|nahlasit|ohlasit|oznamit|prihlasit|odhlasit
          na|v|ve|k jakem|jake|jaky|jakou|kterem|ktere|jakym|kterym|kterou … urad*|mist*|odbor*|prepaz*|oken*|budov*|patr*|oddel*|adres*|pobock*
          ktery urad|odbor|uradu; kterej urad; jaka|jakou adresa|adresu; adresa|adresu urad*|kde|vas
          ktere|ktera|jake dver*|kancelar*; ve kterych|kterem dverich|patre
          musim|muzu|mohu|musime … … bydlim|bydliste|bydlisti|trval*; v jinem meste
          podle … bydliste|pobytu
          u vas nebo|ci; jiny|jinem|jine mesto|meste|urad|urade|obci; kdekoli*; najdu|najdeme vas
          vas najdu|najdeme
          where; which|what office|building|department|desk|floor|counter|address
          in another city|town
          wo; wohin; bei wem
          welches|welche|welcher|welchem amt|buro|stelle|behorde|abteilung|gebaude|adresse
          an wen; zustandig*; де; куди; в|у якому|якій|якого; до кого; где|куда; адреса|адресу
          какой кабинет
          """,
          Aspect.WHEN,
          """
          kdy; do kdy; dokdy; odkdy; od kdy
          v|do jake|jaky|jakeho|kterem … lhut*|termin*|data|dne|datum*
          do kolika dni|dnu|hodin|tydnu; jaka … lhuta; lhut*; termin*; nejpozdeji; jak brzy
          jak dlouho|brzo|brzy predem|dopredu|pred; predem|dopredu … ohlasit|nahlasit; v kolik
          nejdriv*
          kolik … casu … na|mam; mam … casu; casovy limit; oteviraci; stihnout
          when; by when; deadline; how soon must|should; due date; time limit; until when
          opening hours
          wann; bis wann; frist; bis … welchem|welches datum|tag; коли; до якого|якої; термін|строк
          когда; до какого; срок
          """,
          Aspect.HOW_LONG,
          """
          jak dlouho; za jak dlouho; jak rychle
          kolik dni|dnu|casu|tydnu|mesicu … trva*|ceka*|zabere|bude|je|to
          za kolik dni|dnu|tydnu; dlouho … … trva*|ceka*; kolik casu … zabere|trva
          kdy … … hotov*|pripraven*|vyrizen*
          kdy … … dostanu|dostaneme|prijde|vyzvednu|vyzvednout|prevzit
          na jak dlouho; do kdy … plati; jak dlouho … plati; platnost*
          trva* … dlouho|dnu|dni|vyrizeni
          bude … do tydne|mesice|zitra|vikendu; doba vyrizeni|cekani; doba … vyrizeni; cekaci doba
          how long; how many days|weeks|months; how soon … ready|done|get; ready|done by
          waiting time; when … … ready|done|finished|get
          wie lange; wie viele tage|wochen; gultig*; dauer|dauert
          wann … … fertig|abholen|bekomme|abholbereit; wartezeit
          як|скільки довго|часу|днів|чекати|триває; скільки … часу|днів|чекати|триває
          через скільки; коли … … готов*|отримаю|забрати
          как долго; сколько … ждать|дней|времени; когда … … готов*|получу|забрать
          """,
          Aspect.HOW,
          """
          jak … … vyrid*|zarid*|pozad*|podat|podam|prihlas*|odhlas*|ohlas*|nahlas*|zmen*|zrus*|postup*|zaci*|zacit|del*|prob*
          jak mam|na|to|se|si; jakym|jaky zpusobem|zpusob|postup; postup*; co … … udelat|delat
          krok … krok*|kroku; jak
          how do|can|to|does|should|i|it; how … … work|works|proceed|apply|register
          what … steps; what … do $; procedure|process
          wie kann|beantrage|melde|bekomme|funktioniert|lauft|geht|mache|muss|lege
          wie … ich|das|man; ablauf|schritte
          як; що … … робити|зробити; порядок; как; что … … делать|сделать; wie
          """,
          Aspect.WHO,
          """
          muze|muzou|muzu|mohu|smi|lze … … za me|nej|ni|nas|manzel*|manzelk*|nekoho|rodic*|mamu|maminku|tatu|babick*|ded*|dit*|syna|dceru|nej|ne
          misto me|mne|nej|ni|manzel*; pln* moc*; zastoup*; zmocn*; nekdo jiny|jinej|dalsi
          kdo … narok
          muze … … prijit|zajit|vyzvednout|vyridit|podat … … manzel*|bratr|sestra|syn|dcera|mama|tata|kamarad|soused|nekdo
          muze|musi … manzel*|bratr|sestra|syn|dcera|mama|tata|matka|otec|kamarad*|nekdo … … za|misto|vyzvednout|prijit|vyridit
          muze … tam|to|pro|si|jit … manzel*|bratr|sestra|syn|dcera|mama|tata|kamarad*|nekdo
          za me … manzel*|bratr|syn|dcera|nekdo
          musim|musime|musi … … osobne|oba|byt; osobne; kdo muze|musi|smi|ma|o|si|to|vsechno
          od kolika let; za dite|nezletil*; oba rodice
          kdo … zadat|pozadat|podat|prijit
          who can|may|must|is|has|should; someone|somebody|anyone else; power of attorney
          in person|personally; on my behalf; instead of me; for me
          can|may my wife|husband|son|daughter|mother|father|friend|brother|sister|partner; eligible
          wer kann|darf|muss|hat|ist; vollmacht; personlich; jemand ander*; fur mich
          an meiner stelle
          darf|kann mein|meine mann|frau|sohn|tochter|mutter|vater|freund|freundin|partner
          хто … може|має|повинен; довіреність; хтось інший; замість мене; особисто
          чи може … чоловік|дружина|син|дочка|мама|хтось
          кто … может; доверенность; вместо меня; лично
          """,
          Aspect.FORM,
          """
          formular*; tiskopis*; blanket*|blankety; online|onlajn|onlin; elektronick*
          pres|po|na internet*|netu|net|webu|datov*|portal*
          datovk*; datov* schrank*; e mail*; mail|mailem|majlem|emailem|email
          stahn*|stazeni; bez navstevy|cesty; na dalku; z domova; vzor zadost*|plne|plnou
          form|forms|online|internet|download|email|electronically|website; application form
          formular*|online|internet|vordruck|herunterladen|download|elektronisch; von zu hause
          бланк*; онлайн; інтернет*; формуляр*; форм*; завантажити|скачати; електронн*; дія|дію
          интернет*; скачать; зразок заяв*
          """,
          Aspect.APPEAL,
          """
          odvola*; odvolan*; nesouhlas*; namitk*|namitat; zamitl*; zamitn*; odmitl*|odmitn*
          kdyz … … zamitnou|nevyhovi|nepovoli|nedaji|odmitnou
          branit … proti; brani* se; odpor proti
          podat odpor|rozklad|odvolani|stiznost na rozhodnuti; napadnout … rozhodnut*
          nepovolil*|neuznal*
          appeal|appeals|appealing; refused|rejected|denied|refuse
          disagree|object … decision|fine|with|to; contest|dispute … fine|decision
          einspruch|widerspruch|abgelehnt|berufung|ablehn*|wehren; nicht einverstanden; оскарж*
          апеляц*; відмов*; не згод*; обжал*; отказал*
          """);

  /// What is meant when nothing else is named; of the two the latter.
  private static final List<Aspect> WEAK = List.of(Aspect.HOW, Aspect.WHO);

  /// Rarely mentioned by the way, so they count wherever they stand. "Where is the form" asks for the
  /// form, "when will it be ready" how long it takes.
  private static final List<Aspect> OVERRIDING =
      List.of(Aspect.APPEAL, Aspect.FORM, Aspect.HOW_LONG);

  private static final List<Aspect> BY_PLACE =
      List.of(Aspect.FEE, Aspect.DOCUMENTS, Aspect.WHEN, Aspect.WHERE);

  private final WordTree words = new WordTree();
  private final WordPatterns<Aspect> patterns = new WordPatterns<>(words, wordings());

  private static Map<Aspect, List<String>> wordings() {
    Map<Aspect, List<String>> wordings = new EnumMap<>(Aspect.class);
    WORDINGS.forEach(
        (aspect, texts) ->
            wordings.put(
                aspect,
                texts
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split(";", -1)))
                    .filter(wording -> !wording.isBlank())
                    .toList()));
    return wordings;
  }

  /// The aspect the text asks for; [Aspect#GENERAL] when it names none, or three and more.
  public Aspect of(FoldedText text) {
    Map<Aspect, Integer> named = patterns.firstOfEach(words.read(text));
    Aspect weak = weak(named);
    WEAK.forEach(named::remove);
    if (named.containsKey(Aspect.HOW_LONG) && named.containsKey(Aspect.WHEN)) {
      named.remove(inAdvance(text) ? Aspect.HOW_LONG : Aspect.WHEN);
    }
    if (named.containsKey(Aspect.FORM)) {
      named.remove(Aspect.WHERE);
    }
    if (named.isEmpty()) {
      return weak;
    }
    return named.size() >= MANY ? Aspect.GENERAL : strongest(named);
  }

  private static Aspect strongest(Map<Aspect, Integer> named) {
    for (Aspect aspect : OVERRIDING) {
      if (named.containsKey(aspect)) {
        return aspect;
      }
    }
    Aspect first = Aspect.GENERAL;
    int place = Integer.MAX_VALUE;
    for (Aspect aspect : BY_PLACE) {
      int own = named.getOrDefault(aspect, Integer.MAX_VALUE);
      if (own < place) {
        first = aspect;
        place = own;
      }
    }
    return first;
  }

  /// "How long in advance" asks for a day, not for a duration.
  private static boolean inAdvance(FoldedText text) {
    return text.words().contains("predem") || text.words().contains("dopredu");
  }

  private static Aspect weak(Map<Aspect, Integer> named) {
    Aspect weak = Aspect.GENERAL;
    for (Aspect aspect : WEAK) {
      weak = named.containsKey(aspect) ? aspect : weak;
    }
    return weak;
  }
}
