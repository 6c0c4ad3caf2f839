import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useCommand } from '../../api/commands.ts'
import { native } from '../../api/native.ts'
import { failureText, notifyFailure } from '../../api/notify.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Comparison } from '../../../shared/imports/comparing.contract.ts'
import classes from './imports.module.css'

interface WorkbookSourceProps {
  readonly groupId: GroupId
  readonly onCompared: (comparison: Comparison) => void
}

/** Choosing the file that came back, and what may have been changed in it. */
export function WorkbookSource({ groupId, onCompared }: WorkbookSourceProps) {
  const compare = useCommand('imports', 'compareWorkbook', { failure: 'inline', onDone: onCompared })
  const choose = async () => {
    const filters = [{ name: 'Excel workbook', extensions: ['xlsx', 'xlsm', 'xls', 'csv'] }]
    const chosen = await native('openFile', { title: 'Open the edited workbook', filters })
    if (chosen !== null) compare.mutate({ groupId, grant: chosen.grant })
  }
  return (
    <>
      <ErrorSummary errors={compare.error ? [{ message: failureText(compare.error) }] : []} />
      <section className={classes.source}>
        <h2>The workbook that Gather made, edited and saved</h2>
        <p className={classes.quiet}>
          Marks, goals, readings with their dates and reasons, and numbers of forms may have been changed: the
          columns with a yellow heading. Sorting rows, moving columns and adding your own is fine.
        </p>
        <div>
          <Button
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            loading={compare.isPending}
            onClick={() => void choose().catch(notifyFailure)}
            autoFocus
          >
            Open the workbook
          </Button>
        </div>
      </section>
    </>
  )
}
