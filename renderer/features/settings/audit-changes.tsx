import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import type { AuditEntry } from '../../../shared/audit/audit.contract.ts'
import classes from './settings.module.css'
import { whenWords } from './users-section.tsx'

type Change = Output<'audit', 'changes'>[number]

/** What one command did to each row. Looking at it is itself recorded. */
export function AuditChanges({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  // Every look is recorded, so it is asked once and not again each time something changes.
  const changes = useQuery({ ...ask('audit', 'changes', { id: entry.id }), staleTime: 'static' })
  return (
    <SidePanel title={entry.label} onClose={onClose}>
      <p className={classes.quiet}>
        {entry.who || 'Nobody signed in'}, {whenWords(entry.at)}
      </p>
      <Answer query={changes}>
        {(rows) => (
          <div className={classes.changes}>
            {rows.length === 0 && <p>No rows were changed: this was a look, or a file that was made.</p>}
            {rows.map((change, index) => (
              <ChangedRow key={`${change.table} ${change.rowId} ${index}`} change={change} />
            ))}
          </div>
        )}
      </Answer>
    </SidePanel>
  )
}

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : String(value))

/** The columns that differ: all of them for a row that came or went. */
function differences({ before, after }: Change): string[] {
  const names = Object.keys(after ?? before ?? {})
  return names.filter((name) => shown(before?.[name]) !== shown(after?.[name]))
}

function ChangedRow({ change }: { change: Change }) {
  const what = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed'
  const table = change.table.replaceAll('_', ' ')
  return (
    <section>
      <h3>
        {table.charAt(0).toUpperCase() + table.slice(1)}, {what}
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {differences(change).map((name) => (
            <tr key={name}>
              <th scope="row">{name.replaceAll('_', ' ')}</th>
              <td>{shown(change.before?.[name])}</td>
              <td>{shown(change.after?.[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
