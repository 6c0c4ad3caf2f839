import { Button, Textarea } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useCommand } from '../../api/commands.ts'
import { native } from '../../api/native.ts'
import { failureText, notifyFailure } from '../../api/notify.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { PlaceTable } from '../../../shared/buildings/list.contract.ts'
import classes from './place-list.module.css'

interface PlaceListSourceProps {
  /** What has been pasted so far. */
  readonly text: string
  readonly onText: (text: string) => void
  /** `grant` lets another sheet of the same file be read. */
  readonly onRead: (table: PlaceTable, grant: string | null) => void
}

const chooseList = () =>
  native('openFile', {
    title: 'Read a list of buildings',
    // The old ending too: reading one says how to save it anew, which beats a file that cannot be seen.
    filters: [{ name: 'Spreadsheets and CSV', extensions: ['xlsx', 'csv', 'txt', 'tsv', 'xls', 'xlsm'] }],
  })

/** Where a list comes from: a file, or rows copied from Excel. */
export function PlaceListSource({ text, onText, onRead }: PlaceListSourceProps) {
  const read = useCommand('buildings', 'readList', {
    failure: 'inline',
    onDone: (table, asked) => onRead(table, asked.kind === 'file' ? asked.grant : null),
  })
  const choose = async () => {
    const chosen = await chooseList()
    if (chosen !== null) read.mutate({ kind: 'file', grant: chosen.grant })
  }
  return (
    <>
      <ErrorSummary errors={read.error ? [{ message: failureText(read.error) }] : []} />
      <div className={classes.sources}>
        <section className={classes.source}>
          <h2>From a spreadsheet</h2>
          <p className={classes.quiet}>
            One row for each room, or for each building. Building, room and the number of people are enough;
            address, locality, step-free, features, set-up, opening hours by weekday and more are understood.
            Excel (.xlsx) and CSV.
          </p>
          <div>
            <Button
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              loading={read.isPending}
              onClick={() => void choose().catch(notifyFailure)}
              autoFocus
            >
              Choose a file
            </Button>
          </div>
        </section>
        <section className={classes.source}>
          <h2>Or paste it</h2>
          <Textarea
            label="Rows from Excel, with their headings"
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            rows={8}
            spellCheck={false}
          />
          <div>
            <Button
              variant="default"
              disabled={text.trim() === ''}
              loading={read.isPending}
              onClick={() => read.mutate({ kind: 'text', text })}
            >
              Read pasted rows
            </Button>
          </div>
        </section>
      </div>
    </>
  )
}
