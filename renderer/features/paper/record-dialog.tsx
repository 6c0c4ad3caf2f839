import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { recordName } from '../../../shared/exports/file-name.rules.ts'
import type { RecordAsked } from '../../../shared/exports/record.contract.ts'
import {
  mayBeLeftOut,
  recordAskerLabels,
  recordAskers,
  recordPartNames,
  usuallyLeftOut,
} from '../../../shared/exports/record.rules.ts'
import type { LeftOut } from '../../../shared/exports/record.rules.ts'
import { count } from '../../../shared/text.ts'
import { notifySaved } from '../exports/notify-saved.tsx'
import type { RecordWanted } from './asked.ts'
import { printPaper, savePaper } from './print.ts'
import classes from './record.module.css'

type How = 'xlsx' | 'print' | 'pdf'
type Reasons = Readonly<Partial<Record<LeftOut, string>>>

const reasonsFor = (asker: RecordAsked['askedBy']): Reasons =>
  Object.fromEntries(usuallyLeftOut(asker).map(({ part, reason }) => [part, reason]))

/** Answers false when the person chose no place, or sent nothing to the printer. */
async function make({
  asked,
  how,
  today,
}: {
  asked: RecordAsked
  how: How
  today: string
}): Promise<boolean> {
  const paper = { route: `/print/record/${encodeURIComponent(JSON.stringify(asked))}`, fileName: recordName(today, 'pdf') } // prettier-ignore
  if (how === 'print') return printPaper(paper)
  if (how === 'pdf') return savePaper(paper)
  const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]
  const place = await native('saveFile', { title: 'Save the record', suggestedName: recordName(today, 'xlsx'), filters }) // prettier-ignore
  if (place === null) return false
  const { rows } = await api.exports.personRecordFile({ asked, grant: place.grant })
  notifySaved(place, `${count(rows, 'row')} in it.`)
  return true
}

/** Who asked for a person's record, and what of it is left out and why; then paper or a file. */
export function RecordDialog({ asked, onClose }: { asked: RecordWanted; onClose: () => void }) {
  const id = useId()
  const today = useToday()
  const [askedBy, setAskedBy] = useState<RecordAsked['askedBy']>('themselves')
  const [reasons, setReasons] = useState<Reasons>(reasonsFor('themselves'))
  const work = useMutation({ mutationFn: make, onSuccess: (done) => done && onClose() })
  const leaveOut = mayBeLeftOut.flatMap((part) => {
    const reason = reasons[part]
    return reason === undefined ? [] : [{ part, reason: reason.trim() }]
  })
  const unsaid = leaveOut.filter((one) => one.reason === '')
  const start = (how: How) => work.mutate({ asked: { personId: asked.personId, askedBy, leaveOut }, how, today }) // prettier-ignore
  return (
    <Dialog onClose={onClose} title={`The record of ${asked.name}`} size="xl">
      <ErrorSummary errors={problemsOf(work.error, (field) => `${id}-${field}`)} />
      <Stack gap="md">
        <SegmentedControl
          aria-label="Who asked for it"
          data={recordAskers.map((value) => ({ value, label: recordAskerLabels[value] }))}
          value={askedBy}
          onChange={(value) => {
            const asker = recordAskers.find((one) => one === value) ?? 'themselves'
            setAskedBy(asker)
            setReasons(reasonsFor(asker))
          }}
          fullWidth
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          What is ticked is given. What is not is named on the record with your reason; alerts, people they
          must not meet and sensitive groups are never named. Read all of it before it leaves.
        </Text>
        <PartChoices reasons={reasons} onChange={setReasons} />
        {unsaid.length > 0 && (
          <Text size="sm">
            Say why {unsaid.map((one) => recordPartNames[one.part]).join(', ')} is left out.
          </Text>
        )}
        <Group>
          <Button disabled={unsaid.length > 0} loading={isMaking(work, 'xlsx')} onClick={() => start('xlsx')}>
            Save as Excel
          </Button>
          <Button variant="default" disabled={unsaid.length > 0} onClick={() => start('pdf')}>
            Save as PDF
          </Button>
          <Button variant="default" disabled={unsaid.length > 0} onClick={() => start('print')}>
            Print
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

const isMaking = (work: { isPending: boolean; variables: { how: How } | undefined }, how: How) =>
  work.isPending && work.variables?.how === how

interface PartChoicesProps {
  readonly reasons: Reasons
  readonly onChange: (reasons: Reasons) => void
}

/** Each part: given, or left out with the reason beside it. */
function PartChoices({ reasons, onChange }: PartChoicesProps) {
  const without = (part: LeftOut) =>
    Object.fromEntries(Object.entries(reasons).filter(([key]) => key !== part))
  return (
    <ul className={classes.parts} aria-label="What is in it">
      {mayBeLeftOut.map((part) => {
        const reason = reasons[part]
        return (
          <li key={part}>
            <Checkbox
              label={recordPartNames[part]}
              checked={reason === undefined}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? without(part) : { ...reasons, [part]: '' })
              }
            />
            {reason !== undefined && (
              <TextInput
                aria-label={`Why ${recordPartNames[part].toLowerCase()} is left out`}
                placeholder="Why it is left out"
                size="xs"
                maxLength={300}
                value={reason}
                onChange={(event) => onChange({ ...reasons, [part]: event.currentTarget.value })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
