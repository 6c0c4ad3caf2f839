import { Button } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { runTask } from '../../api/tasks.tsx'
import { fileKinds } from '../../../shared/exports/file-kinds.ts'
import type { SheetDifference } from '../../../shared/exports/fingerprint.rules.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import classes from './county-files.module.css'

type Answered = Output<'exports', 'checkFile'>
export interface Checked {
  readonly fileName: string
  readonly answer: Answered
}

async function check(): Promise<Checked | null> {
  const filters = [{ name: 'Workbook or text', extensions: ['xlsx', 'csv'] }]
  const file = await native('openFile', { title: 'Check a file', filters })
  if (file === null) return null
  const answer = await runTask('exports', 'checkFile', { grant: file.grant }, `Checking ${file.fileName}`)
  return { fileName: file.fileName, answer }
}

/** Asks for a file and says whether it is as Gather made it. */
export function useCheckFile() {
  const [checked, setChecked] = useState<Checked | null>(null)
  const checking = useMutation({
    mutationFn: check,
    onError: notifyFailure,
    onSuccess: (found) => found && setChecked(found),
  })
  const button = (
    <Button
      variant="default"
      leftSection={<IconFileSearch size={16} aria-hidden />}
      loading={checking.isPending}
      onClick={() => checking.mutate()}
    >
      Check a file
    </Button>
  )
  return { button, checked }
}

/** What was found of a file: in one sentence, then where it differs, then what has changed since. */
export function CheckedFile({ checked: { fileName, answer } }: { checked: Checked }) {
  const { made, unchanged, edits, since, sinceNotSaid } = answer
  if (made === null)
    return (
      <section className={classes.checked} aria-label="What was found" role="status">
        <h2>{fileName} is not known here</h2>
        <p>
          It was not made by Gather on this county’s data, or both its number and what is in it were changed.
        </p>
      </section>
    )
  return (
    <section className={classes.checked} aria-label="What was found" role="status">
      <h2>{unchanged ? `${fileName} is as Gather made it` : `${fileName} was changed after Gather made it`}</h2>
      <p>
        {fileKinds[made.kind]}, made by {made.madeBy} on {longDate(made.madeAt)} at {clockTime(made.madeAt)}.
      </p>
      {edits.length > 0 && <Differences differences={edits} heading="What is other in the file" />}
      {since !== null && since.length > 0 && <Differences differences={since} heading="What has changed in Gather since" />}
      {since?.length === 0 && <p>Nothing that was in it has changed in Gather since.</p>}
      {sinceNotSaid !== null && <p>{sinceNotSaid}</p>}
    </section>
  )
} // prettier-ignore

function Differences({ differences, heading }: { differences: readonly SheetDifference[]; heading: string }) {
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {differences.map((one) => (
          <li key={one.sheet}>{inWords(one)}</li>
        ))}
      </ul>
    </>
  )
}

const kindWords = { gone: 'the sheet is not there', new: 'a sheet of its own' } as const

function inWords({ sheet, kind, places, linesBefore, linesAfter }: SheetDifference): string {
  if (kind !== 'changed') return `${sheet}: ${kindWords[kind]}`
  if (places.length > 0) return `${sheet}: ${places.join(', ')}`
  return `${sheet}: ${linesBefore.toLocaleString('en-GB')} lines when made, ${linesAfter.toLocaleString('en-GB')} lines now`
}
