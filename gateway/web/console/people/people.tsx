import { useQuery } from '@tanstack/preact-query'
import { useEffect, useId, useState } from 'preact/hooks'
import { useAgendas } from '../api/agendas'
import { consoleApi } from '../api/console-api'
import type { Clerk } from '../api/contract'
import { inWords } from '../api/faults'
import { keys } from '../api/queries'
import { Fault } from '../parts/fault/fault'
import { Cell } from '../parts/table/table'
import { useTexts, type Texts } from '../texts/texts'
import { AddClerk } from './add-clerk'
import { ChangeClerk } from './change-clerk'
import type { AgendaName } from './choices'
import { ResetSecondFactor } from './reset-second-factor'
import { SetPassword } from './set-password'
import './people.css'

/** Who may sign in and what they handle; for admins. */
export function People() {
  const texts = useTexts()
  const heading = useId()
  const [adding, setAdding] = useState(false)
  const [passwordOf, setPasswordOf] = useState<Clerk>()
  const [changed, setChanged] = useState<Clerk>()
  const [factorOf, setFactorOf] = useState<Clerk>()
  const query = useQuery({ queryKey: keys.clerks, queryFn: consoleApi.clerks })
  const clerks = query.data?.clerks ?? []
  const agendas = useAgendasOf(clerks)
  useEffect(() => {
    document.title = `${texts.people.title} – Okénko`
  }, [texts])
  return (
    <section class="people" aria-labelledby={heading}>
      <header class="people-head">
        <div>
          <h2 id={heading}>{texts.people.title}</h2>
          <p class="soft">{texts.people.intro}</p>
        </div>
        <button type="button" class="button button-main" onClick={() => setAdding(true)}>
          {texts.people.add}
        </button>
      </header>
      {query.isPending ? <p>{texts.loading}</p> : null}
      {query.isError ? (
        <Fault
          words={`${texts.people.failed} ${inWords(query.error, texts)}`}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {clerks.length > 0 ? (
        <ClerkTable
          clerks={clerks}
          agendas={agendas}
          onChange={setChanged}
          onPassword={setPasswordOf}
          onFactor={setFactorOf}
        />
      ) : null}
      {adding ? <AddClerk agendas={agendas} onDone={() => setAdding(false)} /> : null}
      {changed ? <ChangeClerk clerk={changed} agendas={agendas} onDone={() => setChanged(undefined)} /> : null}
      {factorOf ? <ResetSecondFactor clerk={factorOf} onDone={() => setFactorOf(undefined)} /> : null}
      {passwordOf ? <SetPassword clerk={passwordOf} onDone={() => setPasswordOf(undefined)} /> : null}
    </section>
  )
}

interface ClerkTableProps {
  readonly clerks: readonly Clerk[]
  readonly agendas: readonly AgendaName[]
  readonly onChange: (clerk: Clerk) => void
  readonly onPassword: (clerk: Clerk) => void
  readonly onFactor: (clerk: Clerk) => void
}

function ClerkTable({ clerks, agendas, onChange, onPassword, onFactor }: ClerkTableProps) {
  const texts = useTexts()
  const words = texts.people
  const names = new Map(agendas.map((agenda) => [agenda.id, agenda.name]))
  return (
    <table class="folding" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {[words.name, words.signIn, words.role, words.agendas, words.access, words.actions].map((name) => (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {clerks.map((clerk) => (
          <tr key={clerk.id} role="row" data-clerk={clerk.id}>
            <th scope="row" role="rowheader">
              {clerk.name}
            </th>
            <Cell label={words.signIn}>{clerk.signIn}</Cell>
            <Cell label={words.role}>{words.roles[clerk.role]}</Cell>
            <Cell label={words.agendas}>{agendaNames(clerk, names, texts)}</Cell>
            <Cell label={words.access}>{clerk.active ? words.active : words.inactive}</Cell>
            <td role="cell" class="people-actions">
              <button
                type="button"
                class="button"
                aria-label={words.changeOf(clerk.name)}
                onClick={() => onChange(clerk)}
              >
                {words.change}
              </button>
              <button
                type="button"
                class="button"
                aria-label={words.setPasswordOf(clerk.name)}
                onClick={() => onPassword(clerk)}
              >
                {words.setPassword}
              </button>
              {clerk.secondFactor ? (
                <button
                  type="button"
                  class="button"
                  aria-label={words.resetFactorOf(clerk.name)}
                  onClick={() => onFactor(clerk)}
                >
                  {words.resetFactor}
                </button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function agendaNames(clerk: Clerk, names: ReadonlyMap<string, string>, texts: Texts): string {
  return clerk.agendas.map((id) => names.get(id) ?? id).join(', ') || texts.people.noAgendas
}

/** The office's agendas as the queue names them, and any other a clerk already has. */
function useAgendasOf(clerks: readonly Clerk[]): readonly AgendaName[] {
  const known = useAgendas()
  const ids = new Set(known.map((agenda) => agenda.id))
  const others = [...new Set(clerks.flatMap((clerk) => clerk.agendas))].filter((id) => !ids.has(id))
  return [...known, ...others.map((id) => ({ id, name: id }))]
}
