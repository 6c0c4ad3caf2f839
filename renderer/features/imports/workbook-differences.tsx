import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { Comparison } from '../../../shared/imports/comparing.contract.ts'
import { count } from '../../../shared/text.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { canTake, keyOf, sectionsOf, takenAtFirst, toAccepted } from './workbook-choices.ts'
import { HereOnlySection, RefusedSection, TakeSection } from './workbook-table.tsx'
import classes from './imports.module.css'

interface WorkbookDifferencesProps {
  readonly groupId: GroupId
  readonly comparison: Comparison
  readonly onAgain: () => void
  readonly onDone: (made: number) => void
}

/** Every difference of a file that came back, what is chosen of it, and one button that makes the changes. */
export function WorkbookDifferences({ groupId, comparison, onAgain, onDone }: WorkbookDifferencesProps) {
  const { differences, said, fileId } = comparison
  const [taken, setTaken] = useState(() => takenAtFirst(differences))
  const [reason, setReason] = useState('')
  const apply = useCommand('imports', 'applyWorkbook', {
    failure: 'inline',
    onDone: ({ changed }) => onDone(changed),
  })
  const chosen = differences.filter((one) => canTake(one) && taken.has(keyOf(one)))
  // What a fall of a reading asks is known only when it is made.
  const asksWhy = chosen.some((one) => one.needsReason) || apply.error !== null
  const sections = sectionsOf(differences)
  const make = () =>
    apply.mutate({ groupId, fileId, changes: chosen.map(toAccepted), reason: reason.trim() || null })
  return (
    <>
      <ErrorSummary errors={apply.error ? [{ message: failureText(apply.error) }] : []} />
      <p className={classes.quiet}>{originOf(comparison)}</p>
      {said.length > 0 && (
        <ul className={classes.notes} aria-label="What was noticed in the file">
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {sections.map((section) => (
        <TakeSection key={section.key} section={section} taken={taken} onTake={setTaken} />
      ))}
      {sections.length === 0 && (
        <EmptyState action={<Button onClick={onAgain}>Open another file</Button>}>
          {differences.length === 0
            ? 'Nothing is different: the file says what stands here.'
            : 'The file changes nothing that could be made here.'}
        </EmptyState>
      )}
      <RefusedSection differences={differences.filter((one) => one.state === 'refused')} />
      <HereOnlySection differences={differences.filter((one) => one.state === 'here-only')} />
      {sections.length > 0 && (
        <div className={classes.finish} data-page-foot>
          <p className={classes.summary} role="status">
            {count(chosen.length, 'change')} of {differences.filter(canTake).length} ticked
          </p>
          <div>
            {asksWhy && (
              <TextInput
                label="Why registers are corrected or readings fell"
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                maxLength={300}
                w={320}
              />
            )}
            <Button variant="default" onClick={onAgain}>
              Another file
            </Button>
            <Button disabled={chosen.length === 0} loading={apply.isPending} onClick={make}>
              Make {count(chosen.length, 'change')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function originOf({ madeAt, madeBy, compared, bothSame }: Comparison): string {
  const at = civilNow(new Date(madeAt))
  const both = bothSame === 0 ? '' : ` ${count(bothSame, 'place')} had been changed here in the same way.`
  return `Made by ${madeBy} on ${longDate(at)} at ${clockTime(at)}. ${count(compared, 'place')} compared.${both}`
}
