import { Autocomplete, Button, Stack } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Consent } from '../../../shared/people/consents.contract.ts'
import { consentLabels, type ConsentKind } from '../../../shared/people/consents.rules.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import { AlsoFor } from './also-for.tsx'
import { ConsentState } from './consents-section.tsx'
import classes from './people.module.css'

interface ConsentsPanelProps {
  readonly of: Output<'people', 'get'>
  readonly onClose: () => void
}

interface Asked {
  readonly givenBy: string
  readonly onDate: string | null
  readonly untilDate: string | null
  readonly also: readonly PersonId[]
}

/** A family is asked once: who answers and when, then one key for each answer. */
export function ConsentsPanel({ of, onClose }: ConsentsPanelProps) {
  const { person } = of
  const today = useToday()
  const { consents } = useQuery(ask('people', 'get', { id: person.id })).data ?? of
  const { values: asked, change } = useDraft<Asked>(`consents ${person.id}`, { givenBy: of.adults[0]?.name ?? '', onDate: today, untilDate: null, also: [] }) // prettier-ignore
  const [saved, setSaved] = useState('')
  const record = useCommand('people', 'recordConsent', {
    failure: 'inline',
    // Said once and beside the answers: five messages in a row would cover them.
    onDone: (_, { kinds, answer, personIds }) =>
      setSaved(`Saved: ${kinds.map((kind) => consentLabels[kind]).join(', ')}, ${answer}${personIds.length > 1 ? `, for ${count(personIds.length, 'child', 'children')}` : ''}. Ctrl+Z takes it back.`), // prettier-ignore
  })
  const { idOf, field } = useFields(record.error)
  const give = (kind: ConsentKind, answer: 'yes' | 'no') => {
    const { givenBy, onDate, untilDate, also } = asked
    const until = answer === 'yes' ? untilDate : null
    record.mutate({ personIds: [person.id, ...also], kinds: [kind], answer, givenBy, onDate: onDate ?? '', untilDate: until }) // prettier-ignore
  }
  return (
    <SidePanel title={`Consents of ${displayName(person)}`} onClose={onClose}>
      <ErrorSummary errors={problemsOf(record.error, idOf)} />
      <Stack gap="md" mb="md">
        <Autocomplete
          {...field('givenBy')}
          label="Who answers"
          data-own-words
          data={[...new Set([...of.adults.map((adult) => adult.name), displayName(person)])]}
          value={asked.givenBy}
          onChange={(givenBy) => change({ givenBy })}
          autoComplete="off"
          autoFocus
        />
        <DateField
          {...field('onDate')}
          label="Answered on"
          value={asked.onDate}
          onChange={(onDate) => change({ onDate })}
        />
        <DateField
          {...field('untilDate')}
          label="A yes holds until (optional)"
          value={asked.untilDate}
          onChange={(untilDate) => change({ untilDate })}
        />
        <AlsoFor
          label="The same answers for"
          family={of.family}
          chosen={asked.also}
          onChange={(also) => change({ also })}
        />
      </Stack>
      <p className={classes.quiet}>On an answer: Y is yes, N is no, the arrows move.</p>
      <p className={classes.given} role="status">
        {saved}
      </p>
      <ul className={classes.list} aria-label="Answers">
        {consents.map((consent) => (
          <ConsentRow key={consent.kind} consent={consent} onGive={give} />
        ))}
      </ul>
    </SidePanel>
  )
}

interface ConsentRowProps {
  readonly consent: Consent
  readonly onGive: (kind: ConsentKind, answer: 'yes' | 'no') => void
}

/** The first button of the row above or below, if there is one. */
function step(row: HTMLElement, way: 'nextElementSibling' | 'previousElementSibling'): void {
  const button = row[way]?.querySelector('button')
  if (button) button.focus()
}

function ConsentRow({ consent, onGive }: ConsentRowProps) {
  const { kind, lines } = consent
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const row = event.currentTarget
    const key = event.key.toLowerCase()
    if (key === 'arrowdown') step(row, 'nextElementSibling')
    else if (key === 'arrowup') step(row, 'previousElementSibling')
    else if (key === 'y' || key === 'n') {
      onGive(kind, key === 'y' ? 'yes' : 'no')
      step(row, 'nextElementSibling')
    } else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its buttons
    <li className={classes.consentRow} onKeyDown={press}>
      <div className={classes.rowLine}>
        <div>
          <strong>{consentLabels[kind]}</strong>
          <div>
            <ConsentState consent={consent} />
          </div>
        </div>
        <div className={classes.rowActions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${consentLabels[kind]}: yes`}
            onClick={() => onGive(kind, 'yes')}
          >
            Yes
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${consentLabels[kind]}: no`}
            onClick={() => onGive(kind, 'no')}
          >
            No
          </Button>
        </div>
      </div>
      {lines.length > 1 && <Earlier consent={consent} />}
    </li>
  )
}

const Earlier = ({ consent }: { consent: Consent }) => (
  <details className={classes.earlier}>
    <summary>All answers ({consent.lines.length})</summary>
    <ul className={classes.list}>
      {consent.lines.map((line) => (
        <li key={line.id}>
          {line.answer === 'yes' ? 'Yes' : 'No'}, {line.givenBy}, {longDate(line.onDate)}
          {line.untilDate !== null && `, until ${longDate(line.untilDate)}`}
          <span className={classes.quiet}> · written by {line.recordedBy}</span>
        </li>
      ))}
    </ul>
  </details>
)
