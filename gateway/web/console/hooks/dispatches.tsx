import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { consoleApi } from '../api/console-api'
import type { Dispatch, Hook } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Dialog } from '../parts/dialog/dialog'
import { Fault } from '../parts/fault/fault'
import { useTexts, type Texts } from '../texts/texts'
import { whenExactly } from '../texts/times'

/** A moment for the gateway to send what waits. */
const REFRESH = 2_000

/** What one program was told lately, and what became of it. */
export function Dispatches({ hook, onDone }: { readonly hook: Hook; readonly onDone: () => void }) {
  const texts = useTexts()
  const words = texts.hooks
  const queries = useQueryClient()
  const announce = useAnnounce()
  const now = useNow()
  const query = useQuery({
    queryKey: keys.dispatchesOf(hook.id),
    queryFn: () => consoleApi.dispatches(hook.id),
    refetchInterval: REFRESH,
  })
  const again = useMutation({
    mutationFn: (dispatch: Dispatch) => consoleApi.sendAgain(hook.id, dispatch.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.dispatchesOf(hook.id) })
      announce(words.againDone)
    },
    onError: (fault) => announce(inWords(fault, texts)),
  })
  const all = query.data?.dispatches ?? []
  return (
    <Dialog title={words.toldOf(hook.name)} onCancel={onDone}>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? <Fault words={inWords(query.error, texts)} onRetry={() => void query.refetch()} /> : null}
      {again.isError ? <p class="field-fault">{inWords(again.error, texts)}</p> : null}
      {query.isSuccess && all.length === 0 ? <p>{words.toldNothing}</p> : null}
      <ul class="dispatches">
        {all.map((dispatch) => (
          <li key={dispatch.id} class="dispatch">
            <p>
              <strong>{words.event[dispatch.event] ?? dispatch.event}</strong>{' '}
              <time class="soft" dateTime={dispatch.at}>
                {whenExactly(dispatch.at, now, texts)}
              </time>
            </p>
            <p>{progress(dispatch, now, texts)}</p>
            {dispatch.state === 'failed' ? (
              <button
                type="button"
                class="button"
                aria-label={words.againOf(words.event[dispatch.event] ?? dispatch.event, whenExactly(dispatch.at, now, texts))}
                onClick={() => !again.isPending && again.mutate(dispatch)}
              >
                {words.again}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <div class="dialog-buttons">
        <button type="button" class="button button-main" onClick={onDone} autofocus>
          {words.close}
        </button>
      </div>
    </Dialog>
  )
}

/** How far it came, in plain words: what, why not, after how many attempts. */
function progress(dispatch: Dispatch, now: number, texts: Texts): string {
  const words = texts.hooks
  const why = dispatch.trouble ? words.trouble[dispatch.trouble]?.(dispatch.status ?? 0) : undefined
  const tries = dispatch.attempts > 1 ? words.attempts(dispatch.attempts) : undefined
  return [standing(dispatch, now, texts), why, tries].filter(Boolean).join(', ')
}

function standing(dispatch: Dispatch, now: number, texts: Texts): string {
  const words = texts.hooks
  switch (dispatch.state) {
    case 'taken':
      return words.taken
    case 'failed':
      return words.failed
    case 'waiting':
      return dispatch.due && dispatch.attempts > 0
        ? words.waitingUntil(whenExactly(dispatch.due, now, texts))
        : words.waiting
  }
}
