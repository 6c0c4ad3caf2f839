import { Button, Group } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { dueListName } from '../../../shared/exports/file-name.rules.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { DueOfGroup } from '../../../shared/outcomes/due.contract.ts'
import { shortDay } from '../../../shared/time/format.ts'
import { printPaper, savePaper, start } from '../paper/print.ts'
import { formsInWords, predictionWords, rateWords } from './due-words.ts'
import classes from './due.module.css'

/** The matched rate of a group, and from two sessions before its end whose measures are still to be collected. */
export function DuePanel({ groupId }: { groupId: GroupId }) {
  const due = useQuery(ask('outcomes', 'due', { groupId })).data
  if (due === undefined || due.withBefore + due.people.length === 0) return null
  return (
    <section className={classes.panel} aria-label="Matched rate and what is due">
      <p className={classes.rate}>
        <strong>{rateWords(due)}</strong> people with a before have an after too
      </p>
      <p className={classes.quiet}>{predictionWords(due)}</p>
      {due.people.length > 0 && <DueList due={due} />}
    </section>
  )
}

function DueList({ due }: { due: DueOfGroup }) {
  const today = useToday()
  const paper = {
    route: `/print/due/${due.groupId}`,
    fileName: dueListName(due.publicTitle, today),
  }
  return (
    <>
      <div className={classes.bar}>
        <h2>{headingOf(due)}</h2>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => start(printPaper(paper))}
          >
            Print the list
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={() => start(savePaper(paper))}
          >
            Save as PDF
          </Button>
        </Group>
      </div>
      <ul className={classes.people} aria-label="Measures still to be collected">
        {due.people.map((person) => (
          <li key={person.personId}>
            <strong>{person.name}</strong> <span>{formsInWords(person.forms)}</span>
            {!person.stillComes && <span className={classes.quiet}> Not at the last sessions</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function headingOf({ state, lastDate, people }: DueOfGroup): string {
  const who = people.length === 1 ? '1 person' : `${people.length} people`
  const last = lastDate === null ? '' : shortDay(lastDate)
  return state === 'overdue'
    ? `Overdue from ${who}: the group ended on ${last}`
    : `To collect from ${who} by the last session, ${last}`
}
