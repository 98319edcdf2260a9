import './table.css'

/** A cell of a `.folding` table: it carries its column's name along for when the table folds into cards. */
export function Cell({ label, children }: { label: string; children: string }) {
  return (
    <td role="cell">
      <span class="cell-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </td>
  )
}
