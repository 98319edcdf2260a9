import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Integration } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'
import { AddIntegration } from './add-integration'
import { IntegrationPage } from './integration-page'

/** Programs that read here with a token; for admins. */
export function Integrations() {
  const texts = useTexts()
  const words = texts.integrations
  const [adding, setAdding] = useState(false)
  const [revoked, setRevoked] = useState<Integration>()
  const query = useQuery({ queryKey: keys.integrations, queryFn: consoleApi.integrations })
  const all = query.data?.integrations ?? []
  return (
    <IntegrationPage words={words} query={query} count={all.length} onAdd={() => setAdding(true)}>
      <ul class="integrations-list">
        {all.map((one) => (
          <li key={one.id} class="integration">
            <h3>{one.name}</h3>
            <p>{one.rights.map((right) => words.rights[right] ?? right).join(', ')}</p>
            <p class="soft">{standing(one, texts)}</p>
            {one.revoked ? null : (
              <button type="button" class="button" aria-label={words.revokeOf(one.name)} onClick={() => setRevoked(one)}>
                {words.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding ? <AddIntegration onDone={() => setAdding(false)} /> : null}
      {revoked ? <Revoke integration={revoked} onDone={() => setRevoked(undefined)} /> : null}
    </IntegrationPage>
  )
}

function standing(one: Integration, texts: Texts): string {
  const words = texts.integrations
  if (one.revoked) return words.revoked
  const used = one.lastUsed ? words.used(texts.times.year(new Date(one.lastUsed))) : words.unused
  return `${words.expires(texts.times.year(new Date(one.expires)))}, ${used}`
}

function Revoke({ integration, onDone }: { integration: Integration; onDone: () => void }) {
  const texts = useTexts()
  const words = texts.integrations
  const queries = useQueryClient()
  const announce = useAnnounce()
  const saving = useMutation({
    mutationFn: () => consoleApi.revokeIntegration(integration.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.integrations })
      announce(words.revoked)
      onDone()
    },
  })
  const submit = (event: Event) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate()
  }
  return (
    <Dialog title={words.revokeOf(integration.name)} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {saving.isError ? (
          <Notice tone="danger">
            <p>{inWords(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <p>{words.revokeText}</p>
        <DialogButtons save={words.revoke} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
