/** A number with its Czech noun: 1 minutu, 2 minuty, 5 minut. */
export function counted(count: number, one: string, few: string, many: string): string {
  const word = count === 1 ? one : count >= 2 && count <= 4 ? few : many
  return `${count.toLocaleString('cs')} ${word}`
}

/** A number with its English noun: 1 minute, 2 minutes. */
export function plural(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
}
