import { COLUMNS, type Column } from '../api/directory-api'
import type { Texts } from '../texts/texts'

/** What the gateway says of a line, and the words for it; a part in quotes is handed on. */
const REASONS: readonly (readonly [RegExp, keyof Texts['directory']['reasons']])[] = [
  [/there is no column “(.*)”/, 'noColumn'],
  [/the column “(.*)” is there twice/, 'columnTwice'],
  [/the column “(.*)” is missing/, 'columnMissing'],
  [/^the file is empty/, 'emptyFile'],
  [/has more cells than/, 'moreCells'],
  [/^names “(.*)” again/, 'again'],
  [/names no agenda of the office: “(.*)”/, 'noAgenda'],
  [/names no language we know: “(.*)”/, 'noLanguage'],
  [/names nobody of the office: “(.*)”/, 'nobody'],
  [/is the person themselves/, 'themselves'],
  [/must be a number/, 'noNumber'],
  [/must be yes or no/, 'noYes'],
  [/may hold lower-case letters/, 'signIn'],
  [/whose access was taken away/, 'barred'],
  [/is empty$/, 'empty'],
  [/may have (\d+) characters/, 'tooLong'],
  [/line break or a control character/, 'control'],
  [/has more than \d+ absences/, 'manyAbsences'],
  [/must end later than it begins/, 'endsBefore'],
  [/hours that overlap/, 'overlap'],
]

/** A reason of a file's line in the words of the console, with its column. */
export function reasonInWords(reason: string, texts: Texts): string {
  const { columns } = texts.directory
  const column = COLUMNS.find((name) => reason.startsWith(`${name} `))
  return column ? `${columns[column]}: ${problemInWords(column, reason, texts)}` : problemInWords(column, reason, texts)
}

/** What is wrong with one column; a problem that is not known stands as the gateway said it. */
export function problemInWords(column: Column | undefined, problem: string, texts: Texts): string {
  const { reasons } = texts.directory
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(problem)
    if (found) return reasons[key](found[1] ?? '')
  }
  return column === 'hours' || column === 'absences' ? reasons[column]('') : problem
}
