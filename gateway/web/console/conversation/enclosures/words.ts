import type { FileFault } from '../../api/files-api'
import { useLocale } from '../../texts/texts'

/** The words about files; they come with the part of the console that shows them. */
const cs = {
  label: 'Přílohy odpovědi',
  add: 'Přiložit soubor',
  hint: (largest: string) => `Nebo ho přetáhněte či vložte do odpovědi. Nejvýš ${largest}.`,
  none: 'Tímto kanálem soubory poslat nejde. Napište, kde je občan najde, nebo ho poproste o jinou adresu.',
  loadFailed: 'Přílohy se nepodařilo načíst.',
  again: 'Zkusit znovu',
  remove: (name: string) => `Odebrat ${name}`,
  unnamed: 'soubor bez jména',
  arriving: (name: string) => `Nahrává se ${name}`,
  unfinished: 'nahrávání se přerušilo, vyberte soubor znovu',
  clean: 'prověřeno',
  unscanned: 'neprověřeno na viry',
  added: (name: string) => `Přiloženo: ${name}.`,
  removed: (name: string) => `Odebráno: ${name}.`,
  failed: (name: string, why: string) => `${name} se nepřiloží: ${why}`,
  faults: {
    empty: 'soubor je prázdný.',
    'too-large': 'soubor je na tento kanál moc velký.',
    'too-many': 'na jednu odpověď je souborů moc. Pošlete je nadvakrát.',
    type: 'takový soubor neposíláme. Pošlete ho jako PDF nebo v archivu ZIP.',
    infected: 'kontrola v něm našla škodlivý kód.',
    later: 'kontrola virů teď neodpovídá. Zkuste to za chvíli.',
    channel: 'tento kanál soubory nepřenáší.',
    gone: 'soubor už v konceptu není.',
  } satisfies Record<FileFault, string>,
  other: 'nepodařilo se ho nahrát. Zkuste to znovu.',
}

const en: typeof cs = {
  label: 'Files of the reply',
  add: 'Attach a file',
  hint: (largest) => `Or drop or paste it into the reply. At most ${largest}.`,
  none: 'This channel carries no files. Write where the citizen finds them, or ask for another address.',
  loadFailed: 'The files could not be loaded.',
  again: 'Try again',
  remove: (name) => `Remove ${name}`,
  unnamed: 'a file without a name',
  arriving: (name) => `Uploading ${name}`,
  unfinished: 'the upload was interrupted, choose the file again',
  clean: 'scanned',
  unscanned: 'not scanned for viruses',
  added: (name) => `Attached: ${name}.`,
  removed: (name) => `Removed: ${name}.`,
  failed: (name, why) => `${name} is not attached: ${why}`,
  faults: {
    empty: 'the file is empty.',
    'too-large': 'the file is too large for this channel.',
    'too-many': 'these are too many files for one reply. Send some with the next.',
    type: 'we do not send such files. Send it as a PDF or in a ZIP archive.',
    infected: 'the scanner found harm in it.',
    later: 'the scanner does not answer now. Try again in a moment.',
    channel: 'this channel carries no files.',
    gone: 'the file is not in the draft any more.',
  },
  other: 'it could not be uploaded. Try again.',
}

export type FileWords = typeof cs

export function useFileWords(): FileWords {
  return useLocale().locale === 'en' ? en : cs
}
