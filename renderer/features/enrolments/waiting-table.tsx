import { Button } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { shortDate } from '../../../shared/time/format.ts'
import { useCalledNoAnswer } from '../contacts/use-called.ts'
import { Reach } from './reach.tsx'
import { WhoCell } from './who.tsx'
import classes from './enrolments.module.css'

/** As many rows as are drawn at a time: two thousand may wait. */
const PAGE = 100

interface WaitingTableProps {
  readonly label: string
  readonly rows: readonly WaitingRow[]
  readonly openedId: string | null
  readonly onOpen: (row: WaitingRow) => void
  /** Left out for somebody who may only look. */
  readonly act?: {
    readonly onOffer: (row: WaitingRow) => void
    readonly offerNext: () => void
  }
}

const columns: Column<WaitingRow>[] = [
  { key: 'name', heading: 'Name', cell: (row) => <WhoCell {...row} /> },
  { key: 'position', heading: 'Turn', align: 'right', cell: (row) => `${row.position}` },
  { key: 'why', heading: 'Why they stand here', cell: (row) => <Why {...row} /> },
  { key: 'reach', heading: 'Reach them', cell: (row) => <Reach {...row} /> },
]

function Why({ why, source, reference, note, skipped }: WaitingRow) {
  const from = [source, reference && `Reference ${reference}`, note]
  return (
    <span className={classes.why}>
      {why}
      <span className={classes.small}> {from.filter(Boolean).join(' · ')}</span>
      {skipped.map((skip) => (
        <span key={`${skip.onDate} ${skip.offeredTo}`} className={classes.warn}>
          {' '}
          Passed over for {skip.offeredTo} on {shortDate(skip.onDate)}: {skip.reason}
        </span>
      ))}
    </span>
  )
}

/** Those who wait, in the order of their turns. With the focus in it, O offers the next place and C logs a call nobody took. */
export function WaitingTable({ label, rows, openedId, onOpen, act }: WaitingTableProps) {
  const called = useCalledNoAnswer('waiting')
  const [limit, setLimit] = useState(PAGE)
  const offer: Column<WaitingRow>[] = act
    ? [
        {
          key: 'offer',
          heading: 'Offer',
          align: 'right',
          cell: (row) => (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Offer ${row.name} a place`}
              onClick={() => act.onOffer(row)}
            >
              Offer…
            </Button>
          ),
        },
      ]
    : []
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (!act || event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement)
      return
    if (event.key.toLowerCase() === 'o') act.offerNext()
    if (event.key.toLowerCase() === 'c') called(rowAt(event.target, rows))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the rows' buttons
    <div onKeyDown={keys}>
      <DataTable
        label={label}
        columns={[...columns, ...offer]}
        rows={rows.slice(0, limit)}
        total={rows.length}
        rowKey={(row) => row.enrolmentId}
        onOpen={onOpen}
        openedKey={openedId}
        noun={['person', 'people']}
      />
      {rows.length > limit && (
        <Button variant="default" my={12} onClick={() => setLimit(limit + PAGE)}>
          Show {Math.min(PAGE, rows.length - limit)} more
        </Button>
      )}
      {act && (
        <KeyLegend
          items={[
            { keys: ['O'], does: 'offers the next place' },
            { keys: ['C'], does: 'called, no answer' },
          ]}
        />
      )}
    </div>
  )
}

/** The row that has the focus, by its place in the table. */
function rowAt(target: EventTarget, rows: readonly WaitingRow[]): WaitingRow | undefined {
  const row = target instanceof Element ? target.closest('tbody tr') : null
  const at = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1
  return rows[at]
}
