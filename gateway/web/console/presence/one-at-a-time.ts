/**
 * Runs an errand that never fails one at a time, so that of two the later is also the last to arrive.
 * Of what comes while one is under way only the newest is run.
 */
export function oneAtATime<T extends object>(errand: (what: T) => Promise<unknown>): (what: T) => void {
  let running = false
  let next: T | undefined
  const run = async (what: T): Promise<void> => {
    running = true
    await errand(what)
    running = false
    const following = next
    next = undefined
    if (following) await run(following)
  }
  return (what) => {
    if (running) next = what
    else void run(what)
  }
}
