/** Milliseconds before try number `failures` + 1: 1 s doubling to 30 s, spread over 50–100 % of that. */
export function backoff(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(30_000, 1_000 * 2 ** failures)
  return Math.round(ceiling * (0.5 + random() / 2))
}
