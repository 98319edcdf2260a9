import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time'

test('of what comes meanwhile only the newest is run, and last', async () => {
  const run: number[] = []
  const finish: (() => void)[] = []
  const send = oneAtATime(({ number }: { number: number }) => {
    run.push(number)
    return new Promise<void>((done) => finish.push(done))
  })
  send({ number: 1 })
  send({ number: 2 })
  send({ number: 3 })
  expect(run).toEqual([1])
  finish[0]!()
  await Promise.resolve()
  await Promise.resolve()

  expect(run).toEqual([1, 3])
})
