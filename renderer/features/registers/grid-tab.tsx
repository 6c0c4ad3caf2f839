import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { KeyLegend } from '../../ui/keys.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Grid } from '../../../shared/registers/grid.contract.ts'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import { count } from '../../../shared/text.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { cellWords, columnWords } from './grid-cell-words.ts'
import { heardBy, useGridClipboard } from './grid-hearing.ts'
import { GridPasteDialog } from './grid-paste-dialog.tsx'
import { GridTable } from './grid-table.tsx'
import { useGridCursor, type GridCursor } from './use-grid-cursor.ts'
import { useGridMarking } from './use-grid-marking.ts'
import { useGridWork } from './use-grid-work.ts'
import classes from './grid.module.css'

const keys = [
  { keys: ['Delete'], does: 'Not recorded' },
  { keys: ['Shift', '↓'], does: 'Choose a block' },
  { keys: ['Ctrl', 'V'], does: 'Paste from Excel' },
  { keys: ['Ctrl', 'D'], does: 'Fill down' },
  { keys: ['Ctrl', 'R'], does: 'Fill right' },
  { keys: ['Ctrl', 'Z'], does: 'Undo' },
  { keys: ['Ctrl', 'Enter'], does: 'Open the register' },
  { keys: ['End', 'Tab'], does: 'Leave the grid' },
]

/** A group's whole run of registers, typed into like a spreadsheet. */
export function GroupRegistersTab({ groupId }: { groupId: GroupId }) {
  const grid = useQuery(ask('registers', 'grid', { groupId }))
  return <Answer query={grid}>{(data) => <Shown grid={data} />}</Answer>
}

function Shown({ grid }: { grid: Grid }) {
  if (grid.people.length > 0 && grid.sessions.length > 0) return <Sheet grid={grid} />
  return <Nobody grid={grid} />
}

function Sheet({ grid }: { grid: Grid }) {
  const readOnly = !useMay()('registers.edit')
  const marking = useGridMarking(grid)
  const cursor = useGridCursor(grid)
  const work = useGridWork(marking, cursor)
  const hands = { marking, cursor, work, readOnly }
  useGridClipboard(hands)
  const { shown, said } = marking
  return (
    <div>
      <div className={classes.here}>
        <Here grid={shown} cursor={cursor} />
        <p className={classes.said} role="status" aria-live="polite" data-failed={said.failed}>
          {said.text}
        </p>
      </div>
      <div className={classes.paper}>
        <GridTable
          grid={shown}
          cursor={cursor}
          readOnly={readOnly}
          saving={marking.saving.size > 0}
          {...heardBy(hands)}
        />
      </div>
      <p className={classes.legend}>
        {shown.codes
          .filter((code) => !code.retired)
          .map((code) => (
            <span key={code.code}>
              <strong>{code.code}</strong> {code.label}
            </span>
          ))}
        <span>
          <strong>·</strong> Not recorded, which is never absent
        </span>
        <span>
          <strong>–</strong> Not expected
        </span>
        <span>
          <strong>Came</strong> of those expected with a mark; sessions that did not run are left out
        </span>
      </p>
      <KeyLegend items={keys} />
      {work.pasted && (
        <GridPasteDialog grid={shown} pasted={work.pasted} onPaste={work.plan} onClose={work.closeDialogs} />
      )}
      {work.correcting && (
        <CorrectDialog asked={work.correcting} codes={shown.codes} onClose={work.closeDialogs} />
      )}
    </div>
  )
}

/** Where the cursor is, in words: the topic has no room in its column. */
function Here({ grid, cursor }: { grid: Grid; cursor: GridCursor }) {
  const { head, block, single } = cursor
  const [session, person] = [grid.sessions[head.column], grid.people[head.row]]
  const cell = person?.cells[head.column]
  if (session === undefined || person === undefined || cell === undefined) return null
  if (!single)
    return (
      <p>
        <strong>
          {count(block.bottom - block.top + 1, 'person', 'people')} by{' '}
          {count(block.right - block.left + 1, 'session')} chosen
        </strong>
      </p>
    )
  const rest = [sessionInWords(session), session.topic, columnWords(session), cellWords(cell, grid.codes)]
  return (
    <p>
      <strong>{person.name}</strong>
      {rest.filter((part) => part !== null).map((part) => ` · ${part}`)}
    </p>
  )
}

function Nobody({ grid }: { grid: Grid }) {
  const may = useMay()
  if (grid.sessions.length === 0)
    return <EmptyState>This group has no sessions yet. Once it has, each is a column here.</EmptyState>
  return (
    <EmptyState
      action={
        may('people.edit') && (
          <Button onClick={() => go(`/groups/${grid.groupId}/people`)}>Enrol people</Button>
        )
      }
    >
      Nobody is enrolled at any of these sessions, so there is nobody to mark. Enrol people in the group and
      they stand here at once.
    </EmptyState>
  )
}
