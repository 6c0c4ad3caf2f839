import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../api/client.ts'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import { participantRoleLabels } from '../../../shared/enrolments/participants.rules.ts'
import { priorityLabels } from '../../../shared/enrolments/referral.ts'
import { enrolmentStatusLabels } from '../../../shared/enrolments/statuses.ts'
import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { longDate, shortDate } from '../../../shared/time/format.ts'
import { ContactLog } from '../contacts/contact-log.tsx'
import { CorrectDate } from './correct-date.tsx'
import type { Subject } from './panels.ts'
import { ReferralForm } from './referral-form.tsx'
import { reasonWords } from './words.ts'
import classes from './enrolments.module.css'

type History = Output<'enrolments', 'history'>

interface SeePanelProps {
  readonly subject: Subject
  readonly reach: WaitingRow['reach'] | undefined
  /** The group they wait for, where the panel does not stand beside it. */
  readonly group?: Pick<WaitingRow, 'groupId' | 'groupName'>
  readonly onClose: () => void
}

/** One person's way with the group: the referral, every line of the history, and every try to reach them. */
export function SeePanel({ subject, reach, group, onClose }: SeePanelProps) {
  const { enrolmentId, personId, name } = subject
  const query = useQuery(ask('enrolments', 'history', { enrolmentId }))
  const [changing, setChanging] = useState(false)
  const mayEdit = useMay()('people.edit')
  if (changing && query.data)
    return <ReferralForm enrolmentId={enrolmentId} history={query.data} onClose={() => setChanging(false)} />
  return (
    <SidePanel title={name} onClose={onClose}>
      <Anchor component={Link} to={`/people/${personId}`}>
        Open their record
      </Anchor>
      {group && (
        <p>
          Waits for{' '}
          <Anchor component={Link} to={`/groups/${group.groupId}/people`}>
            {group.groupName}
          </Anchor>
          . Places are offered there.
        </p>
      )}
      <Answer query={query}>
        {(history) => (
          <>
            <Referral {...history} />
            {mayEdit && (
              <Button variant="default" size="compact-sm" mt={8} onClick={() => setChanging(true)}>
                Change the referral
              </Button>
            )}
            <h3 className={classes.subheading}>Since then</h3>
            <ul className={classes.lines}>
              {history.lines.map((line) => (
                <Line
                  key={line.id}
                  line={line}
                  subject={{ ...subject, version: history.version }}
                  mayEdit={mayEdit}
                />
              ))}
            </ul>
            {history.skipped.map((skip) => (
              <p key={`${skip.onDate} ${skip.offeredTo}`} className={classes.warn}>
                Passed over for {skip.offeredTo} on {longDate(skip.onDate)}: {skip.reason}
              </p>
            ))}
            <ContactLog personId={personId} groupId={history.groupId} {...(reach && { reach })} />
          </>
        )}
      </Answer>
    </SidePanel>
  )
}

function Referral({ referredOn, source, reference, priority, role, note }: History) {
  const facts = [
    referredOn === null ? 'No date of referral' : `Referred ${longDate(referredOn)}`,
    source && `by ${source}`,
    reference && `reference ${reference}`,
  ]
  return (
    <>
      <h3 className={classes.subheading}>Referral</h3>
      <p>{facts.filter(Boolean).join(', ')}.</p>
      <p className={classes.small}>
        {role === null ? 'Takes part as their age says' : participantRoleLabels[role]} · Priority:{' '}
        {priorityLabels[priority].toLowerCase()}
      </p>
      {note !== null && <p>{note}</p>}
    </>
  )
}

interface LineProps {
  readonly line: History['lines'][number]
  readonly subject: Subject
  readonly mayEdit: boolean
}

function Line({ line, subject, mayEdit }: LineProps) {
  const [correcting, setCorrecting] = useState(false)
  const why = reasonWords(line)
  return (
    <li>
      <strong>{enrolmentStatusLabels[line.status]}</strong> from {shortDate(line.onDate)}
      {line.expiresOn !== null && `, until ${shortDate(line.expiresOn)}`}
      {why !== null && <div>{why}</div>}
      {line.overrideReason !== null && <div className={classes.warn}>Went ahead: {line.overrideReason}</div>}
      {line.recordedBy !== null && <div className={classes.small}>Recorded by {line.recordedBy}</div>}
      {mayEdit && !correcting && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Correct the date of ${enrolmentStatusLabels[line.status]}`}
          onClick={() => setCorrecting(true)}
        >
          Correct the date
        </Button>
      )}
      {correcting && <CorrectDate line={line} subject={subject} onClose={() => setCorrecting(false)} />}
    </li>
  )
}
