import type { Texts } from '../texts/texts'

/** A time in which somebody is away, as the directory writes it: `2026-12-21/2026-12-23` or with hours. */
export function spanInWords(span: string, texts: Texts): string {
  const [from = '', until = ''] = span.split('/')
  return `${momentInWords(from, texts)} – ${momentInWords(until, texts)}`
}

/** The moment a span begins, as the gateway wants it. */
export function beginning(span: string): string {
  const [from = ''] = span.split('/')
  return from.includes('T') ? from : `${from}T00:00`
}

/** A day, or a moment, of the office's own time; midnight is the day that begins. */
export function momentInWords(text: string, texts: Texts): string {
  const date = local(text)
  const day = texts.times.year(date)
  return text.includes('T') && !text.includes('T00:00') ? `${day} ${texts.times.clock(date)}` : day
}

/** Read as this computer's own time, so that it is shown as it is written. */
function local(text: string): Date {
  const [day = '', hour = '00:00'] = text.split('T')
  return new Date(`${day}T${hour.slice(0, 5)}:00`)
}

/** Eight in the morning of the next day, as a form shows it. */
export function tomorrow(now: number): string {
  const date = new Date(now)
  date.setDate(date.getDate() + 1)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T08:00`
}

export const words = (cell: string): readonly string[] => cell.split(/[\s,]+/).filter(Boolean)
