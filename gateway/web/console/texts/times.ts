import type { Texts } from './cs'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long something has lasted, as people say it: "25 min", "2 h 5 min", "3 dny". */
export function lasted(since: string, now: number, texts: Texts): string {
  const minutes = Math.floor(Math.max(0, now - Date.parse(since)) / MINUTE)
  if (minutes < 1) return texts.times.moment
  if (minutes < 60) return texts.times.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? texts.times.hours(hours, minutes % 60) : texts.times.days(Math.floor(hours / 24))
}

/** When something happened: the hour today, "včera", else the day. */
export function when(at: string, now: number, texts: Texts): string {
  const then = new Date(at)
  const today = new Date(now)
  if (sameDay(then, today)) return texts.times.clock(then)
  if (sameDay(then, new Date(now - DAY))) return texts.times.yesterday
  return then.getFullYear() === today.getFullYear() ? texts.times.day(then) : texts.times.year(then)
}

/** The same with the hour always there, for lines of a transcript. */
export function whenExactly(at: string, now: number, texts: Texts): string {
  const hour = texts.times.clock(new Date(at))
  const day = when(at, now, texts)
  return day === hour ? hour : `${day} ${hour}`
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString()
}
