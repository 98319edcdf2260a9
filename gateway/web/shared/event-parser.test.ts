// @vitest-environment node
import { expect, test } from 'vitest'
import { EventParser } from './event-parser'

const stream = 'id: 7\nevent: message\ndata: {"a":1}\n\n: heartbeat\n\ndata: one\ndata: two\n\nevent: state\ndata\n\n'

const expected = [
  { type: 'message', data: '{"a":1}', id: '7' },
  { type: 'message', data: 'one\ntwo', id: undefined },
  { type: 'state', data: '', id: undefined },
]

test.each(['\n', '\r\n', '\r'])('events are the same wherever the stream breaks, with line end %j', (end) => {
  const text = `${stream.replaceAll('\n', end)}: end${end}`

  for (let cut = 0; cut <= text.length; cut++) {
    const parser = new EventParser()
    expect([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))], `cut at ${cut}`).toEqual(expected)
  }
})

test('an event without data is not an event', () => {
  expect(new EventParser().push('id: 1\n\nevent: x\n\n')).toEqual([])
})
