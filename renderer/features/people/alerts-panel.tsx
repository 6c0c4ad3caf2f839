import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from '@mantine/core'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import type { Alert, KeptApart } from '../../../shared/people/alerts.contract.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { longDate } from '../../../shared/time/format.ts'
import { KeepApartForm, WriteAlertForm } from './alert-forms.tsx'
import { Section } from './section.tsx'
import classes from './people.module.css'

interface AlertsPanelProps {
  readonly of: Output<'people', 'get'>
  readonly onClose: () => void
}

/**
 * Asked once when it is opened and once for each change made here, never because something else was written: each
 * time stands in the audit trail as a look. It is not kept in memory after it is closed.
 */
function useAlerts(of: AlertsPanelProps['of']) {
  const query = useQuery({ ...ask('people', 'alerts', { id: of.person.id }), enabled: false, gcTime: 0 })
  const { refetch } = query
  useEffect(() => void refetch(), [refetch])
  return { query, again: () => void refetch() }
}

/** What an alert is about, and who must not meet: for managers and those who lead. */
export function AlertsPanel({ of, onClose }: AlertsPanelProps) {
  const { query, again } = useAlerts(of)
  const mayEdit = useMay()('people.edit')
  return (
    <SidePanel title={`Alerts of ${displayName(of.person)}`} onClose={onClose}>
      <p className={classes.quiet}>
        Only managers and those who lead a group of theirs see this. Every look is written down.
      </p>
      <Answer query={query}>
        {({ notes, mustNotMeet }) => (
          <>
            <Section title="What to know">
              <Notes notes={notes} onDone={again} />
            </Section>
            {mayEdit && <WriteAlertForm person={of.person} onDone={again} />}
            <Section title="Must not meet">
              <Pairs pairs={mustNotMeet} onDone={again} />
            </Section>
            {mayEdit && <KeepApartForm person={of.person} onDone={again} />}
          </>
        )}
      </Answer>
    </SidePanel>
  )
}

const datesOf = ({ onDate, untilDate, writtenBy }: Alert | KeptApart) =>
  `${writtenBy}, ${longDate(onDate)}${untilDate === null ? '' : `. Ended on ${longDate(untilDate)}`}`

function Notes({ notes, onDone }: { notes: readonly Alert[]; onDone: () => void }) {
  const today = useToday()
  const end = useCommand('people', 'endAlert', { done: 'Ended the alert', undo: true, onDone })
  return (
    <ul className={classes.list}>
      {notes.length === 0 && <li className={classes.quiet}>Nothing is written down.</li>}
      {notes.map((alert) => (
        <li key={alert.id} className={classes.alertNote}>
          {alert.note}
          <div className={classes.rowLine}>
            <span className={classes.quiet}>{datesOf(alert)}</span>
            {alert.untilDate === null && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`End the alert of ${longDate(alert.onDate)}`}
                onClick={() => end.mutate({ id: alert.id, version: alert.version, onDate: today })}
              >
                End
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Pairs({ pairs, onDone }: { pairs: readonly KeptApart[]; onDone: () => void }) {
  const today = useToday()
  const end = useCommand('people', 'endMustNotMeet', { done: 'They may meet again', undo: true, onDone })
  return (
    <ul className={classes.list}>
      {pairs.length === 0 && <li className={classes.quiet}>Nobody.</li>}
      {pairs.map((pair) => (
        <li key={pair.id} className={classes.alertNote}>
          <strong>{pair.other.name}</strong>: {pair.reason}
          <div className={classes.rowLine}>
            <span className={classes.quiet}>{datesOf(pair)}</span>
            {pair.untilDate === null && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`End: ${pair.other.name} may be met again`}
                onClick={() => end.mutate({ id: pair.id, version: pair.version, onDate: today })}
              >
                End
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
