import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import type { AuditEntry } from '../../../shared/audit/audit.contract.ts'
import { count } from '../../../shared/text.ts'
import classes from './settings.module.css'
import { whenWords } from './users-section.tsx'

type Change = Output<'audit', 'changes'>[number]

/** So many rows are shown at once: making a county changes thousands. */
const AT_ONCE = 50

/** What one command did to each row. Looking at it is itself recorded. */
export function AuditChanges({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  // Every look is recorded, so it is asked once and not again each time something changes.
  const changes = useQuery({ ...ask('audit', 'changes', { id: entry.id }), staleTime: 'static' })
  return (
    <SidePanel title={entry.label} onClose={onClose}>
      <p className={classes.quiet}>
        {entry.who || 'Nobody signed in'}, {whenWords(entry.at)}
      </p>
      <Answer query={changes}>{(rows) => <ChangedRows rows={rows} />}</Answer>
    </SidePanel>
  )
}

function ChangedRows({ rows }: { rows: readonly Change[] }) {
  const [most, setMost] = useState(AT_ONCE)
  const hidden = rows.length - most
  return (
    <div className={classes.changes}>
      {rows.length === 0 && <p>No rows were changed: this was a look, or a file that was made.</p>}
      {rows.slice(0, most).map((change, index) => (
        <ChangedRow key={`${change.table} ${change.rowId} ${index}`} change={change} />
      ))}
      {hidden > 0 && (
        <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>
          Show more: {count(hidden, 'row')} left
        </Button>
      )}
    </div>
  )
}

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : String(value))

/** What the program keeps for itself: it tells a reader nothing. An id may be a date, which does. */
const ownBusiness = (name: string, rowId: string) =>
  name === 'version' || name.endsWith('_key') || (name === 'id' && uuid.test(rowId))
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** The columns that differ: all of them for a row that came or went. */
function differences({ before, after, rowId }: Change): string[] {
  const names = Object.keys(after ?? before ?? {}).filter((name) => !ownBusiness(name, rowId))
  return names.filter((name) => shown(before?.[name]) !== shown(after?.[name]))
}

function ChangedRow({ change }: { change: Change }) {
  const { before, after } = change
  const what = before === null ? 'added' : after === null ? 'removed' : 'changed'
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
            {before !== null && <th scope="col">Before</th>}
            {after !== null && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {differences(change).map((name) => (
            <tr key={name}>
              <th scope="row">{name.replaceAll('_', ' ')}</th>
              {before !== null && <td>{shown(before[name])}</td>}
              {after !== null && <td>{shown(after[name])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
