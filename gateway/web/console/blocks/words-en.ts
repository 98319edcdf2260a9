import type { cs } from './words-cs'

/** Words of blocking a sender. */
export const en: typeof cs = {
  dialog: 'Block the sender',
  text:
    'The conversation is closed. What the sender writes until then is stored, but reaches neither the bot nor a queue. They are told once, politely, until when it holds and how else to reach the office. Whoever is in danger still gets the emergency numbers.',
  time: 'For how long',
  times: { 1: 'For an hour', 24: 'For a day', 168: 'For a week', 720: 'For 30 days' },
  reason: 'Why',
  reasons: { insults: 'insults', threats: 'threats', spam: 'unwanted messages', other: 'another reason' },
  note: 'What happened',
  noteHint: 'Only colleagues see it. With another reason it must be there.',
  noteMissing: 'Write why you block the sender.',
  submit: 'Block',
  submitting: 'Blocking…',
  done: 'The sender is blocked.',
  title: 'Blocked senders',
  intro: 'From whom nothing is accepted now, and until when. A block ends by itself; here you end it sooner. It holds for one address on one channel.',
  empty: 'Nobody is blocked.',
  failed: 'The list could not be loaded.',
  until: (when) => `until ${when}`,
  by: (name, when) => `${name}, ${when}`,
  open: 'Conversation',
  lift: 'Lift the block',
  liftOf: (channel, until) => `Lift the block: ${channel}, until ${until}`,
  lifted: 'The block is lifted.',
  blocked: (when, reason, by) => `The sender is blocked until ${when} (${reason}), by ${by}.`,
  not: 'That did not work.',
}
