import { Button, Checkbox, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { askKeeping } from '../../api/queries.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Answer } from '../../ui/states.tsx'
import type { PlaceColumn, PlaceTable } from '../../../shared/buildings/list.contract.ts'
import { summaryInWords } from '../../../shared/buildings/list-summary.rules.ts'
import { count } from '../../../shared/text.ts'
import { PlaceColumns } from './place-columns.tsx'
import { PlaceRows } from './place-rows.tsx'
import classes from './place-list.module.css'

interface PlaceListPreviewProps {
  readonly table: PlaceTable
  readonly grant: string | null
  readonly onRead: (table: PlaceTable) => void
  readonly onAgain: () => void
  readonly onDone: (done: Output<'buildings', 'importList'>) => void
}

/** What each row would add or change, and one button that does it. */
export function PlaceListPreview({ table, grant, onRead, onAgain, onDone }: PlaceListPreviewProps) {
  const [columns, setColumns] = useState<PlaceColumn[]>(table.columns.map((column) => column.kind))
  const [archiveSamples, setArchiveSamples] = useState(false)
  const list = { columns, rows: table.rows }
  const query = useQuery(askKeeping('buildings', 'previewList', list))
  const apply = useCommand('buildings', 'importList', { failure: 'inline', onDone })
  return (
    <>
      <ErrorSummary errors={apply.error ? [{ message: failureText(apply.error) }] : []} />
      {table.notes.length > 0 && (
        <ul className={classes.notes} aria-label="What was noticed in the list">
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={classes.choices}>
        <PlaceColumns table={table} columns={columns} onChange={setColumns} />
        <SheetChoice table={table} grant={grant} onRead={onRead} />
      </div>
      <Answer query={query}>
        {(plan) => (
          <section aria-labelledby="place-rows">
            <h2 id="place-rows" className={classes.heading}>
              What each row would do
            </h2>
            <PlaceRows rows={plan.rows} />
            <Finish
              plan={plan}
              archiveSamples={archiveSamples}
              onArchiveSamples={setArchiveSamples}
              pending={apply.isPending || query.isPlaceholderData}
              onAgain={onAgain}
              onApply={() => apply.mutate({ ...list, archiveSamples })}
            />
          </section>
        )}
      </Answer>
    </>
  )
}

function SheetChoice({ table, grant, onRead }: Pick<PlaceListPreviewProps, 'table' | 'grant' | 'onRead'>) {
  const read = useCommand('buildings', 'readList', { onDone: onRead })
  if (grant === null || table.sheetName === null || table.otherSheets.length === 0) return null
  return (
    <Select
      aria-label="Sheet of the file"
      data={[table.sheetName, ...table.otherSheets]}
      value={table.sheetName}
      allowDeselect={false}
      w={220}
      onChange={(sheet) => sheet !== null && read.mutate({ kind: 'file', grant, sheet })}
    />
  )
}

interface FinishProps {
  readonly plan: Output<'buildings', 'previewList'>
  readonly archiveSamples: boolean
  readonly onArchiveSamples: (archive: boolean) => void
  readonly pending: boolean
  readonly onAgain: () => void
  readonly onApply: () => void
}

/** The whole list in one sentence, and the button that says what it does. */
function Finish({ plan, archiveSamples, onArchiveSamples, pending, onAgain, onApply }: FinishProps) {
  const { buildings, rooms } = plan.summary
  const does = buildings.added + buildings.changed + rooms.added + rooms.changed
  return (
    <div className={classes.finish} data-page-foot>
      <p className={classes.summary} role="status">
        {summaryInWords(plan.summary)}
      </p>
      <div>
        {plan.samples > 0 && (
          <Checkbox
            label={`Archive the ${count(plan.samples, 'invented building')}`}
            checked={archiveSamples}
            onChange={(event) => onArchiveSamples(event.currentTarget.checked)}
          />
        )}
        <Button variant="default" onClick={onAgain}>
          Choose another list
        </Button>
        <Button loading={pending} disabled={does === 0 && !archiveSamples} onClick={onApply}>
          Import the list
        </Button>
      </div>
    </div>
  )
}
