import type { TranslationFault } from '../../api/translation-api'
import { useLocale } from '../../texts/texts'

/** The words about translations; they come with the part of the console that shows them. */
const cs = {
  translate: 'Přeložit',
  translating: 'Překládá se…',
  machine: 'strojový překlad',
  original: 'napsáno česky',
  always: 'Cizojazyčné zprávy překládat automaticky',
  reply: 'Ukázat v občanově jazyce',
  preview: 'Takhle to občan dostane, jako strojový překlad. Text můžete upravit.',
  send: 'Odeslat přeložené',
  back: 'Zpět k češtině',
  empty: 'Nejdřív napište odpověď česky.',
  shown: 'Překlad je pod odpovědí.',
  failed: (why: string) => `Překlad není. ${why}`,
  faults: {
    'too-long': 'Text je na překladač moc dlouhý.',
    language: 'Tenhle jazyk překladač neumí.',
    busy: 'Překladač má teď moc práce. Zkuste to za chvíli.',
    key: 'Překladač nepřijal klíč úřadu. Řekněte to správci.',
    unreachable: 'Překladač neodpovídá. Pokračujte s originálem.',
  } satisfies Record<TranslationFault, string>,
}

const en: typeof cs = {
  translate: 'Translate',
  translating: 'Translating…',
  machine: 'machine translation',
  original: 'written in Czech',
  always: 'Translate foreign messages automatically',
  reply: 'Show in the citizen’s language',
  preview: 'This is what the citizen gets, as a machine translation. You may change the text.',
  send: 'Send the translation',
  back: 'Back to Czech',
  empty: 'First write the reply in Czech.',
  shown: 'The translation is below the reply.',
  failed: (why) => `There is no translation. ${why}`,
  faults: {
    'too-long': 'The text is too long for the translator.',
    language: 'The translator does not know this language.',
    busy: 'The translator is busy now. Try again in a moment.',
    key: 'The translator did not take the office’s key. Tell the admin.',
    unreachable: 'The translator does not answer. Go on with the original.',
  },
}

export const useTranslationWords = () => (useLocale().locale === 'en' ? en : cs)
