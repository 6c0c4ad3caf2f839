import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { FeedbackSheet } from '../../../shared/outcomes/feedback.contract.ts'
import { fullDate } from '../../../shared/time/format.ts'
import { FeedbackMeasure } from './feedback-measure.tsx'
import classes from './feedback.module.css'

type Occasion = FeedbackSheet['occasions'][number]

/** What people said about the group and its sessions: by name, or counted from forms without one. */
export function FeedbackSection({ groupId }: { groupId: GroupId }) {
  const { data } = useQuery(ask('outcomes', 'feedback', { groupId }))
  if (data === undefined || data.measures.length === 0) return null
  return <Feedback sheet={data} />
}

const nameOf = ({ number, on }: Occasion) =>
  number === null || on === null ? 'The whole group' : `Session ${number}, ${fullDate(on)}`
const keyOf = ({ sessionId }: Occasion) => sessionId ?? 'whole'

function Feedback({ sheet }: { sheet: FeedbackSheet }) {
  const isAsked = ({ sessionId }: Occasion) =>
    sheet.measures.some((one) => (sessionId === null ? one.atEnd : one.atSessions))
  const occasions = sheet.occasions.filter(isAsked)
  const [chosen, setChosen] = useState<string | null>(null)
  const occasion = occasions.find((one) => keyOf(one) === chosen) ?? occasions[0]
  return (
    <section className={classes.section} aria-labelledby="feedback-heading">
      <h2 id="feedback-heading">Feedback</h2>
      <div className={classes.bar}>
        <NativeSelect
          className={classes.occasion ?? ''}
          label="Feedback on"
          value={occasion && keyOf(occasion)}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={occasions.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
        />
        <p className={classes.quiet}>
          Count the forms that came back without a name. Answers that somebody gave by name are written below,
          and are counted with them.
        </p>
      </div>
      {occasion === undefined ? (
        <p className={classes.quiet}>No session has run yet, so there is nothing to say about one.</p>
      ) : (
        sheet.measures
          .filter((one) => (occasion.sessionId === null ? one.atEnd : one.atSessions))
          .map(({ measure }) => (
            <FeedbackMeasure
              key={`${measure.id} ${keyOf(occasion)}`}
              sheet={sheet}
              measure={measure}
              occasion={occasion}
            />
          ))
      )}
    </section>
  )
}
