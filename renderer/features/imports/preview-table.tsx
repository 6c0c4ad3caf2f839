import { Button, Select } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHelpCircle, IconMinus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import type { Decision } from '../../../shared/imports/decisions.rules.ts'
import type { PreviewRow, rowStates } from '../../../shared/imports/imports.contract.ts'
import { fillsInWords } from '../../../shared/imports/summary.rules.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { shortDate } from '../../../shared/time/format.ts'
import classes from './imports.module.css'

type State = (typeof rowStates)[number]

/** What needs a person comes first. */
const order: readonly State[] = ['possible', 'problem', 'new', 'matched', 'enrolled', 'blank']
const words: Readonly<Record<State, string>> = {
  possible: 'Needs you',
  problem: 'Cannot be used',
  new: 'New',
  matched: 'Known',
  enrolled: 'In the group already',
  blank: 'Nobody',
}
const Icons = { possible: IconHelpCircle, problem: IconAlertTriangle, new: IconCheck, matched: IconCheck, enrolled: IconMinus, blank: IconMinus } // prettier-ignore

const PAGE = 200

interface PreviewTableProps {
  readonly rows: readonly PreviewRow[]
  readonly decisions: readonly Decision[]
  readonly onDecide: (decision: Decision) => void
}

/** Every row of the list with what would become of it, in words. */
export function PreviewTable({ rows, decisions, onDecide }: PreviewTableProps) {
  const [limit, setLimit] = useState(PAGE)
  const sorted = useMemo(
    () => rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.row - b.row),
    [rows],
  )
  const chosen = new Map(decisions.map((decision) => [decision.row, decision]))
  return (
    <>
      <DataTable
        label="Rows of the list"
        columns={columns(chosen, onDecide)}
        rows={sorted.slice(0, limit)}
        rowKey={(row) => String(row.row)}
        total={rows.length}
        noun={['row', 'rows']}
      />
      {rows.length > limit && (
        <Button className={classes.more} variant="default" onClick={() => setLimit(limit + PAGE)}>
          Show {Math.min(PAGE, rows.length - limit)} more
        </Button>
      )}
    </>
  )
}

const columns = (
  chosen: ReadonlyMap<number, Decision>,
  onDecide: (decision: Decision) => void,
): Column<PreviewRow>[] => [
  { key: 'row', heading: 'Row', align: 'right', cell: (row) => row.row },
  { key: 'state', heading: 'What happens', cell: (row) => <RowState state={row.state} /> },
  { key: 'who', heading: 'Who', cell: whoOf },
  {
    key: 'born',
    heading: 'Date of birth',
    cell: (row) => (row.person?.dateOfBirth ? shortDate(row.person.dateOfBirth) : ''),
  },
  { key: 'mosaic', heading: 'Mosaic ID', cell: (row) => row.person?.mosaicId ?? '' },
  {
    key: 'why',
    heading: 'Why',
    width: '38%',
    cell: (row) => (
      <>
        {row.reasons.map((reason) => (
          <div key={reason}>{reason}</div>
        ))}
        <Fills row={row} decision={chosen.get(row.row)} />
        {row.state === 'possible' && (
          <DecisionChoice row={row} decision={chosen.get(row.row)} onDecide={onDecide} />
        )}
      </>
    ),
  },
]

/** What the list adds to a known person's record, once it is clear who that is. */
function Fills({ row, decision }: { row: PreviewRow; decision: Decision | undefined }) {
  const who = row.state === 'matched' ? row.matches[0]?.person.id : decision?.personId
  const words = fillsInWords(row, who ?? undefined)
  return words !== null && <div className={classes.quiet}>{words}</div>
}

function RowState({ state }: { state: State }) {
  const Icon = Icons[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {words[state]}
    </span>
  )
}

const whoOf = (row: PreviewRow) =>
  row.person === null ? (
    <span className={classes.quiet}>{row.cells.filter((cell) => cell.trim() !== '').join(' · ')}</span>
  ) : (
    displayName(row.person)
  )

interface DecisionChoiceProps {
  readonly row: PreviewRow
  readonly decision: Decision | undefined
  readonly onDecide: (decision: Decision) => void
}

/** The same person as one who is here, a new one, or left out. Left out until somebody decides. */
function DecisionChoice({ row, decision, onDecide }: DecisionChoiceProps) {
  const choices = [
    { value: 'leave-out', label: 'Leave out' },
    ...row.matches.map(({ person }) => ({
      value: person.id,
      label: `Same as ${person.name}${person.dateOfBirth === null ? '' : `, born ${shortDate(person.dateOfBirth)}`}`,
    })),
    // Somebody with the same Mosaic ID, or the same name and date of birth, cannot be added beside them.
    ...(row.matches.some((match) => match.kind !== 'name-only')
      ? []
      : [{ value: 'new', label: 'A new person' }]),
  ]
  const choose = (value: string | null) => {
    const same = row.matches.find((match) => match.person.id === value)
    if (same) onDecide({ row: row.row, choice: 'same', personId: same.person.id })
    else if (value === 'new' || value === 'leave-out') onDecide({ row: row.row, choice: value })
  }
  return (
    <Select
      aria-label={`Decide for row ${row.row}`}
      placeholder="Decide: the same person?"
      data={choices}
      value={decision ? (decision.personId ?? decision.choice) : null}
      onChange={choose}
      allowDeselect={false}
      size="sm"
      maw={340}
      mt={4}
    />
  )
}
