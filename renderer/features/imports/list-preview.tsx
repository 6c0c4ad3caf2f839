import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import type { Output } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { askKeeping } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Answer } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Decision } from '../../../shared/imports/decisions.rules.ts'
import type { ColumnKind, ImportTable, PreviewRow } from '../../../shared/imports/imports.contract.ts'
import { summarise, summaryWords } from '../../../shared/imports/summary.rules.ts'
import { count } from '../../../shared/text.ts'
import { ColumnChoices } from './column-choices.tsx'
import { PreviewTable } from './preview-table.tsx'
import classes from './imports.module.css'

interface ListPreviewProps {
  readonly groupId: GroupId
  readonly table: ImportTable
  readonly grant: string | null
  readonly onRead: (table: ImportTable) => void
  readonly onAgain: () => void
  readonly onDone: (done: Output<'imports', 'apply'>) => void
}

/** What each row would do, what has to be decided, and one button that does it. */
export function ListPreview({ groupId, table, grant, onRead, onAgain, onDone }: ListPreviewProps) {
  const today = useToday()
  const [columns, setColumns] = useState<ColumnKind[]>(table.columns.map((column) => column.kind))
  const [onDate, setOnDate] = useState<string | null>(today)
  const [decisions, setDecisions] = useState<readonly Decision[]>([])
  const list = { groupId, columns, rows: table.rows, onDate: onDate ?? today }
  const query = useQuery(askKeeping('imports', 'preview', list))
  const apply = useCommand('imports', 'apply', { failure: 'inline', onDone })
  const decide = (decision: Decision) =>
    setDecisions([...decisions.filter((one) => one.row !== decision.row), decision])
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
        <ColumnChoices table={table} columns={columns} onChange={setColumns} />
        <SheetChoice table={table} grant={grant} onRead={onRead} />
      </div>
      <Answer query={query}>
        {(rows) => (
          <section className={classes.section} aria-labelledby="list-rows">
            <h2 id="list-rows">What each row would do</h2>
            <PreviewTable rows={rows} decisions={decisions} onDecide={decide} />
            <Finish
              rows={rows}
              decisions={decisions}
              onDate={onDate}
              onDateChange={setOnDate}
              pending={apply.isPending || query.isPlaceholderData}
              onAgain={onAgain}
              onEnrol={() => apply.mutate({ ...list, fileName: table.fileName, decisions: [...decisions] })}
            />
          </section>
        )}
      </Answer>
    </>
  )
}

function SheetChoice({ table, grant, onRead }: Pick<ListPreviewProps, 'table' | 'grant' | 'onRead'>) {
  const read = useCommand('imports', 'read', { onDone: onRead })
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
  readonly rows: readonly PreviewRow[]
  readonly decisions: readonly Decision[]
  readonly onDate: string | null
  readonly onDateChange: (date: string | null) => void
  readonly pending: boolean
  readonly onAgain: () => void
  readonly onEnrol: () => void
}

/** The whole list in one sentence, and the button that says what it does. */
function Finish({ rows, decisions, onDate, onDateChange, pending, onAgain, onEnrol }: FinishProps) {
  const summary = summarise(rows, decisions)
  return (
    <div className={classes.finish} data-page-foot>
      <p className={classes.summary} role="status">
        {summaryWords(summary)}
      </p>
      <div>
        <DateField label="Expected from" value={onDate} onChange={onDateChange} />
        <Button variant="default" onClick={onAgain}>
          Another list
        </Button>
        <Button disabled={summary.enrol === 0 || onDate === null} loading={pending} onClick={onEnrol}>
          Enrol {count(summary.enrol, 'person', 'people')}
        </Button>
      </div>
    </div>
  )
}
