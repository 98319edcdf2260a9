import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import type { HandedOn, Referral, Transcript } from '../api/contract'
import { inWords } from '../api/faults'
import { handingApi } from '../api/handing-api'
import { keys } from '../api/queries'
import { Blocked } from '../blocks/blocked'
import { useAnnounce } from '../parts/announcer/announcer'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { ReferralDialog } from './referral-dialog'
import { useWords } from './words'
import './handing.css'

interface CircumstancesProps {
  readonly id: string
  readonly transcript: Transcript
  readonly mine: boolean
}

/** What must be known before the transcript is read: a word from whoever handed it on, and what the citizen was asked. */
export function Circumstances({ id, transcript, mine }: CircumstancesProps) {
  const { block, handedOn, referral } = transcript
  return (
    <div class="circumstances">
      {block ? <Blocked block={block} /> : null}
      {handedOn ? <Handed handedOn={handedOn} /> : null}
      {referral ? <Asked id={id} referral={referral} mine={mine} /> : null}
    </div>
  )
}

function Handed({ handedOn: { by, to, note } }: { handedOn: HandedOn }) {
  const words = useWords()
  return (
    <Notice tone="human">
      <div>
        <p>
          <strong>{to ? words.handedTo(by, to) : words.handed(by)}</strong>
        </p>
        {note ? <p class="handed-note">{note}</p> : null}
      </div>
    </Notice>
  )
}

interface AskedProps {
  readonly id: string
  readonly referral: Referral
  readonly mine: boolean
}

function Asked({ id, referral: { institution, state }, mine }: AskedProps) {
  const texts = useTexts()
  const words = useWords()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [preparing, setPreparing] = useState(false)
  const taking = useMutation({
    mutationFn: () => handingApi.withdraw(id),
    onSuccess: () => announce(words.takenBack),
    onError: (fault) => announce(`${words.failed} ${inWords(fault, texts)}`),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.conversation(id) }),
  })
  return (
    <Notice tone={state === 'refused' ? 'warn' : 'plain'}>
      <p role="status">{words[state](institution)}</p>
      {taking.isError ? <p class="field-fault">{`${words.failed} ${inWords(taking.error, texts)}`}</p> : null}
      {mine && state === 'asked' ? (
        <button type="button" class="button" aria-disabled={taking.isPending} onClick={() => taking.isPending || taking.mutate()}>
          {words.takeBack}
        </button>
      ) : null}
      {mine && state === 'granted' ? (
        <button type="button" class="button button-main" onClick={() => setPreparing(true)}>
          {words.prepare}
        </button>
      ) : null}
      {preparing ? <ReferralDialog id={id} institution={institution} onClose={() => setPreparing(false)} /> : null}
    </Notice>
  )
}
