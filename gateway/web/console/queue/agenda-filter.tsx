import { useId } from 'preact/hooks'
import type { AgendaCount } from '../api/contract'
import { useTexts } from '../texts/texts'

interface AgendaFilterProps {
  readonly agendas: readonly AgendaCount[]
  /** Id of the chosen agenda, empty for all. */
  readonly chosen: string
  readonly onChoose: (agenda: string) => void
}

/** Narrows the queue to one agenda; each says how many wait there. */
export function AgendaFilter({ agendas, chosen, onChoose }: AgendaFilterProps) {
  const texts = useTexts()
  const id = useId()
  const waiting = agendas.reduce((sum, agenda) => sum + agenda.waiting, 0)
  return (
    <div class="agenda-filter">
      <label class="unseen" for={id}>
        {texts.queue.agenda}
      </label>
      <select id={id} class="select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">
          {agendas.length > 0 ? `${texts.queue.allAgendas} (${waiting})` : texts.queue.allAgendas}
        </option>
        {agendas.map((agenda) => (
          <option key={agenda.id} value={agenda.id}>
            {agenda.name} ({agenda.waiting})
          </option>
        ))}
      </select>
    </div>
  )
}
