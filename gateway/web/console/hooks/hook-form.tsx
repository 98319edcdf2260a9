import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { consoleApi, hookFault, statusOf } from '../api/console-api'
import { HOOK_EVENTS, type Hook, type HookWish, type NewHook } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { useAnnounce } from '../parts/announcer/announcer'
import { Dialog, DialogButtons } from '../parts/dialog/dialog'
import { Field } from '../parts/field/field'
import { Notice } from '../parts/notice/notice'
import { useTexts, type Texts } from '../texts/texts'

interface HookFormProps {
  /** The one to change; without it a new one is added. */
  readonly hook?: Hook
  readonly onAdded: (hook: NewHook) => void
  readonly onDone: () => void
}

/** Name, address and what to tell. */
export function HookForm({ hook, onAdded, onDone }: HookFormProps) {
  const texts = useTexts()
  const words = texts.hooks
  const [wish, setWish] = useState<HookWish>({
    name: hook?.name ?? '',
    url: hook?.url ?? '',
    events: hook?.events ?? [],
    on: hook ? hook.state === 'on' : true,
  })
  const [tries, setTries] = useState(0)
  const saving = useSaving(hook, onAdded, onDone, () => setTries((turn) => turn + 1))
  const tried = tries > 0
  const nameless = tried && !wish.name.trim() ? words.nameMissing : undefined
  const homeless = tried && !wish.url.trim() ? words.urlMissing : undefined
  const refused = saving.isError ? words.urlFaults[hookFault(saving.error) ?? ''] : undefined
  const silent = tried && wish.events.length === 0
  const change = (part: Partial<HookWish>) => setWish({ ...wish, ...part })
  const submit = (event: Event) => {
    event.preventDefault()
    if (saving.isPending) return
    if (!wish.name.trim() || !wish.url.trim() || wish.events.length === 0) setTries(tries + 1)
    else saving.mutate({ ...wish, name: wish.name.trim(), url: wish.url.trim() })
  }
  return (
    <Dialog title={hook ? words.changeOf(hook.name) : words.add} onCancel={onDone}>
      <form noValidate onSubmit={submit}>
        {(saving.isError && !refused) || silent ? (
          <Notice tone="danger">
            <p>{silent ? words.eventsMissing : refusal(saving.error, texts)}</p>
          </Notice>
        ) : null}
        <Field
          label={words.name}
          name="hook"
          hint={words.nameHint}
          value={wish.name}
          onInput={(name) => change({ name })}
          fault={nameless}
          focus={nameless ? tries : undefined}
        />
        <Field
          label={words.url}
          name="url"
          hint={words.urlHint}
          value={wish.url}
          onInput={(url) => change({ url })}
          fault={homeless ?? refused}
          focus={!nameless && (homeless || refused) ? tries : undefined}
        />
        <fieldset class="fieldset">
          <legend>{words.events}</legend>
          {HOOK_EVENTS.map((event) => (
            <Check
              key={event}
              words={words.event[event] ?? event}
              checked={wish.events.includes(event)}
              onChange={(checked) =>
                change({
                  events: checked ? [...wish.events, event] : wish.events.filter((other) => other !== event),
                })
              }
            />
          ))}
        </fieldset>
        {hook ? <Check words={words.on} checked={wish.on} onChange={(on) => change({ on })} /> : null}
        <DialogButtons save={hook ? words.save : words.add} busy={saving.isPending} onCancel={onDone} />
      </form>
    </Dialog>
  )
}

function useSaving(hook: Hook | undefined, onAdded: (hook: NewHook) => void, onDone: () => void, onRefused: () => void) {
  const texts = useTexts()
  const queries = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: async (wish: HookWish): Promise<NewHook | Hook> =>
      hook ? consoleApi.changeHook(hook.id, wish) : consoleApi.addHook(wish),
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: keys.hooks })
      if ('secret' in saved) {
        onAdded(saved)
      } else {
        announce(texts.hooks.saved(saved.name))
        onDone()
      }
    },
    onError: onRefused,
  })
}

function refusal(fault: unknown, texts: Texts): string {
  return statusOf(fault) === 409 ? texts.hooks.tooMany : inWords(fault, texts)
}

interface CheckProps {
  readonly words: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Check({ words, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {words}
    </label>
  )
}
