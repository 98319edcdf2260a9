import type { Transcript } from '../api/contract'
import { useNow } from '../parts/hooks'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { lasted } from '../texts/times'

/** From here on the time left is a warning. */
const SOON = 3 * 60 * 60_000

/** Until when the channel lets a person answer, in words; after that, what to do instead. */
export function TimeLeft({ id, transcript: { limits, conversation } }: { id: string; transcript: Transcript }) {
  const texts = useTexts()
  const words = texts.aids.limits
  const now = useNow()
  if (!limits?.until) return null
  const end = Date.parse(limits.until)
  if (end <= now) {
    return (
      <Notice tone="danger" id={id}>
        <p>
          {words.over} {conversation.contact ? words.thenContact(conversation.contact) : words.then}
        </p>
      </Notice>
    )
  }
  const time = lasted(new Date(now).toISOString(), end, texts)
  return end - now < SOON ? (
    <Notice tone="warn" id={id}>
      <p>{words.soon(time)}</p>
    </Notice>
  ) : (
    <p class="soft editor-until" id={id}>
      {words.left(time)}
    </p>
  )
}

/** As how many messages a text goes out; one where the channel has no limit. */
export function messagesOf(length: number, splitAt: number | undefined): number {
  return splitAt ? Math.max(1, Math.ceil(length / splitAt)) : 1
}
