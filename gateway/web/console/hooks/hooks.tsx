import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi } from '../api/console-api'
import type { Hook, NewHook } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { IntegrationPage } from '../integrations/integration-page'
import { useAnnounce } from '../parts/announcer/announcer'
import { useNow } from '../parts/hooks'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Notice } from '../parts/notice/notice'
import { useTexts } from '../texts/texts'
import { whenExactly } from '../texts/times'
import { Dispatches } from './dispatches'
import { HookForm } from './hook-form'
import './hooks.css'

/** What is open over the list. */
type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'secret'; readonly secret: string; readonly rolled: boolean }
  | { readonly kind: 'change' | 'roll' | 'remove' | 'told'; readonly hook: Hook }

/** Programs that are told what happens; for admins. */
export function Hooks() {
  const texts = useTexts()
  const words = texts.hooks
  const announce = useAnnounce()
  const [open, setOpen] = useState<Open>()
  const query = useQuery({ queryKey: keys.hooks, queryFn: consoleApi.hooks })
  const all = query.data?.hooks ?? []
  const testing = useMutation({
    mutationFn: (hook: Hook) => consoleApi.testHook(hook.id),
    onSuccess: (_, hook) => {
      announce(words.tested)
      setOpen({ kind: 'told', hook })
    },
    onError: (fault) => announce(inWords(fault, texts)),
  })
  return (
    <IntegrationPage words={words} query={query} count={all.length} onAdd={() => setOpen({ kind: 'add' })}>
      {testing.isError ? (
        <Notice tone="danger">
          <p>{inWords(testing.error, texts)}</p>
        </Notice>
      ) : null}
      <ul class="integrations-list">
        {all.map((hook) => (
          <HookCard key={hook.id} hook={hook} onOpen={setOpen} onTest={() => !testing.isPending && testing.mutate(hook)} />
        ))}
      </ul>
      {open ? <Over open={open} onOpen={setOpen} /> : null}
    </IntegrationPage>
  )
}

interface HookCardProps {
  readonly hook: Hook
  readonly onOpen: (open: Open) => void
  readonly onTest: () => void
}

function HookCard({ hook, onOpen, onTest }: HookCardProps) {
  const texts = useTexts()
  const words = texts.hooks
  const now = useNow()
  const button = (name: string, label: string, act: () => void) => (
    <button type="button" class="button" aria-label={label} onClick={act}>
      {name}
    </button>
  )
  return (
    <li class="integration">
      <h3>{hook.name}</h3>
      <p class="hook-url">{hook.url}</p>
      <p>{hook.events.map((event) => words.event[event] ?? event).join(', ')}</p>
      <p class="soft">
        {words.states[hook.state]}
        {hook.oldSecretUntil ? ` ${words.oldSecret(whenExactly(hook.oldSecretUntil, now, texts))}` : null}
      </p>
      <div class="hook-buttons">
        {hook.state === 'on' ? button(words.test, words.testOf(hook.name), onTest) : null}
        {button(words.told, words.toldOf(hook.name), () => onOpen({ kind: 'told', hook }))}
        {button(words.change, words.changeOf(hook.name), () => onOpen({ kind: 'change', hook }))}
        {button(words.roll, words.rollOf(hook.name), () => onOpen({ kind: 'roll', hook }))}
        {button(words.remove, words.removeOf(hook.name), () => onOpen({ kind: 'remove', hook }))}
      </div>
    </li>
  )
}

/** The dialog over the list. */
function Over({ open, onOpen }: { readonly open: Open; readonly onOpen: (open: Open | undefined) => void }) {
  const onDone = () => onOpen(undefined)
  const secret = (rolled: boolean) => (hook: NewHook) => onOpen({ kind: 'secret', secret: hook.secret, rolled })
  switch (open.kind) {
    case 'add':
      return <HookForm onAdded={secret(false)} onDone={onDone} />
    case 'change':
      return <HookForm hook={open.hook} onAdded={secret(false)} onDone={onDone} />
    case 'secret':
      return <Secret secret={open.secret} rolled={open.rolled} onDone={onDone} />
    case 'roll':
      return <Roll hook={open.hook} onRolled={secret(true)} onDone={onDone} />
    case 'remove':
      return <Remove hook={open.hook} onDone={onDone} />
    case 'told':
      return <Dispatches hook={open.hook} onDone={onDone} />
  }
}

function Secret({ secret, rolled, onDone }: { secret: string; rolled: boolean; onDone: () => void }) {
  const words = useTexts().hooks
  return (
    <Dialog title={words.secretTitle}>
      <p>{words.secretText}</p>
      {rolled ? <p>{words.secretOverlap}</p> : null}
      <p class="new-token">{secret}</p>
      <div class="dialog-buttons">
        <button type="button" class="button button-main" onClick={onDone} autofocus>
          {words.secretKept}
        </button>
      </div>
    </Dialog>
  )
}

function Roll({ hook, onRolled, onDone }: { hook: Hook; onRolled: (hook: NewHook) => void; onDone: () => void }) {
  const words = useTexts().hooks
  return (
    <Sure
      title={words.rollOf(hook.name)}
      text={words.rollText}
      verb={words.roll}
      act={() => consoleApi.rollHookSecret(hook.id)}
      onActed={onRolled}
      onDone={onDone}
    />
  )
}

function Remove({ hook, onDone }: { hook: Hook; onDone: () => void }) {
  const words = useTexts().hooks
  const announce = useAnnounce()
  return (
    <Sure
      title={words.removeOf(hook.name)}
      text={words.removeText}
      verb={words.remove}
      act={() => consoleApi.removeHook(hook.id)}
      onActed={() => {
        announce(words.removed(hook.name))
        onDone()
      }}
      onDone={onDone}
    />
  )
}

interface SureProps<T> {
  readonly title: string
  readonly text: string
  readonly verb: string
  readonly act: () => Promise<T>
  readonly onActed: (result: T) => void
  readonly onDone: () => void
}

/** Says what an act means before it is done. */
function Sure<T>({ title, text, verb, act, onActed, onDone }: SureProps<T>) {
  const texts = useTexts()
  const queries = useQueryClient()
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (result) => {
      void queries.invalidateQueries({ queryKey: keys.hooks })
      onActed(result)
    },
  })
  const submit = (event: Event) => {
    event.preventDefault()
    if (!acting.isPending) acting.mutate()
  }
  return (
    <Dialog title={title} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {acting.isError ? (
          <Notice tone="danger">
            <p>{inWords(acting.error, texts)}</p>
          </Notice>
        ) : null}
        <p>{text}</p>
        <DialogButtons save={verb} busy={acting.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}
