package cz.okenko.knowledge.text;

import java.util.Set;

/// Folded words that say nothing about the matter, in the four languages as people chat.
final class Stopwords {

  private static final Set<String> WORDS =
      Set.copyOf(
          Folding.words(
              """
          a aby aj ale ani ano asi at az bez bude budem budeme budes budete budou budu by byl byla
          byli bylo bych bychom byste  ci clovek co coz dal dale den deje des dekuji diky do
          dobry dobrej dost dnes ho hned i ho ja jak jake jaka jaky jakou jakej jako je jeho jej
          jeji jen jenom jenze jeste jestli jestlize ji jich jim jinak jiny jine jit jsem jsi jsme
          jsou jste sem ses k kam kde kdo kdy kdyby kdyz ke ktera ktere kteri kterou ktery kvuli ma
          mam mame mate maji mi me mezi mit mne mnou  moci mohl mohla mohli mohu moje moji moje
          mu muj musel musela muset musi musim musime musite muze muzem muzeme muzes muzete muzu my
          na nad nam nami nas nase nasi nebo nebude neco nejak nejaka nejake nejaky nejde nekdo neni
          nez nic nich nim no    nyni o od on ona oni ono ony pak po pod podle pokud
          potrebuji potrebuju potrebujeme potreba prece pred pres pri pro prosim proc proste proto
          prave ptam rad  radi s se si sice sveho svoje svoji svou svuj svym ta tak take taky
          takze tam tato te ted teda tedy  ten tento teto tim timto tohle toho tomto tomu toto
          tu tuto ty tyto u uz v vam vami vas vase vasi ve vsak vsechno vy z za zase zda zdali ze
          zrovna chci chce chceme chtel chtela chteli chtely bychom bysme by nevim nevi nevime
          vim vite muselo mely mel mela meli bysem zdravim prosimvas dotaz dotazem
            lze dekuju vubec vlastne
          an and any are as at be can could do does for from get have how i if in into is it me my
          of on or our should so that the there they this to was we what when where which who will
          with would you your am need want
          aber als am auf aus bei bin bitte das dass dem den der des die ein eine einen einer eines
          er es fur haben habe hat ich ihr im in ist ja kann kein keine konnen mein meine meinen mich
          mir mit muss nach nicht oder sie sind so uber um und uns unser vom von was wann wenn wer
          wie wir wird wo zu zum zur bekomme
          а або в ви де для
          до з за і и коли
          мені ми можна на
          не про та це чи
          що я як які у міи
          потрібно потрібна
          маю хочу
          """));

  private Stopwords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
