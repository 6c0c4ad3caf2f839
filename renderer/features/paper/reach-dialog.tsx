import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { enrolmentStatuses, enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import { reachName } from '../../../shared/exports/file-name.rules.ts'
import type { ListFormat } from '../../../shared/exports/lists/lists.contract.ts'
import type { ReachAsked } from '../../../shared/exports/paper-people.contract.ts'
import { reachWayLabels, reachWays } from '../../../shared/exports/paper-reach.rules.ts'
import { count } from '../../../shared/text.ts'
import { notifySaved } from '../exports/notify-saved.tsx'
import type { ReachWanted } from './asked.ts'
import { printPaper, savePaper } from './print.ts'
import { ReachSummary } from './reach-summary.tsx'

const formats: Readonly<Record<ListFormat, string>> = { xlsx: 'Excel workbook', csv: 'CSV text' }
type How = ListFormat | 'print' | 'pdf'

interface Wanted {
  readonly asked: ReachAsked
  readonly how: How
  readonly nameFor: (ending: string) => string
}

/** Answers false when the person chose no place, or sent nothing to the printer. */
async function make({ asked, how, nameFor }: Wanted): Promise<boolean> {
  const paper = { route: `/print/reach/${asked.groupId}/${asked.way}/${asked.status}`, fileName: nameFor('pdf') } // prettier-ignore
  if (how === 'print') return printPaper(paper)
  if (how === 'pdf') return savePaper(paper)
  const filters = [{ name: formats[how], extensions: [how] }]
  const place = await native('saveFile', { title: 'Save the list', suggestedName: nameFor(how), filters })
  if (place === null) return false
  const { rows } = await api.exports.listFile({ asked: { list: 'reach', ...asked }, format: how, grant: place.grant }) // prettier-ignore
  notifySaved(place, `${count(rows, 'row')} in it.`)
  return true
}

/** Whom of a group to write to or to text: who can be, who is left out and why; then paper or a file. */
export function ReachDialog({ asked, onClose }: { asked: ReachWanted; onClose: () => void }) {
  const id = useId()
  const today = useToday()
  const may = useMay()
  const [way, setWay] = useState<ReachAsked['way']>('text')
  const [status, setStatus] = useState(asked.status)
  const wanted: ReachAsked = { groupId: asked.groupId, way, status }
  const list = useQuery(ask('exports', 'reachList', wanted))
  const work = useMutation({ mutationFn: make, onSuccess: (done) => done && onClose() })
  const start = (how: How) => work.mutate({ asked: wanted, how, nameFor: (ending) => reachName(reachWayLabels[way], list.data?.publicTitle ?? '', today, ending) }) // prettier-ignore
  const nobody = (list.data?.rows ?? []).every((row) => row.to === null)
  return (
    <Dialog onClose={onClose} title="Letters and texts" size="lg">
      <ErrorSummary errors={problemsOf(work.error ?? list.error, (field) => `${id}-${field}`)} />
      <Stack gap="md">
        <SegmentedControl
          aria-label="How"
          data={reachWays.map((value) => ({ value, label: reachWayLabels[value] }))}
          value={way}
          onChange={(value) => setWay(reachWays.find((one) => one === value) ?? 'text')}
          fullWidth
          data-autofocus
        />
        <Select
          label="Of those"
          data={enrolmentStatuses.map((value) => ({ value, label: enrolmentStatusLabels[value] }))}
          value={status}
          onChange={(value) => setStatus(enrolmentStatuses.find((one) => one === value) ?? 'enrolled')}
          allowDeselect={false}
        />
        {list.data !== undefined && <ReachSummary list={list.data} way={way} />}
        <Group>
          {may('exports.make') &&
            (['xlsx', 'csv'] as const).map((how) => (
              <Button
                key={how}
                variant={how === 'xlsx' ? 'filled' : 'default'}
                disabled={nobody}
                loading={work.isPending && work.variables.how === how}
                onClick={() => start(how)}
              >
                {formats[how]}
              </Button>
            ))}
          <Button variant="default" disabled={nobody} onClick={() => start('print')}>
            Print
          </Button>
          <Button variant="default" disabled={nobody} onClick={() => start('pdf')}>
            Save as PDF
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
