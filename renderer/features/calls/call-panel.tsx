import { Anchor, Button, TextInput } from '@mantine/core'
import type { KeyboardEvent, RefObject } from 'react'
import { go } from '../../location.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { Keys } from '../../ui/keys.tsx'
import type { Call, Reach } from '../../../shared/calls/calls.contract.ts'
import { answersOf, type CallAnswer } from './call-answers.ts'
import classes from './calls.module.css'

interface CallPanelProps {
  readonly call: Call
  readonly note: string
  readonly onNote: (note: string) => void
  readonly noteField: RefObject<HTMLInputElement | null>
  /** From the note back to the list, where the keys are. */
  readonly onNoteDone: () => void
  readonly pending: boolean
  /** Left out for those who may only look. */
  readonly onAnswer?: ((answer: CallAnswer) => void) | undefined
}

/** Whom to ring, by which number, why, and what came of it. */
export function CallPanel(props: CallPanelProps) {
  const { call } = props
  return (
    <section className={classes.panel} aria-labelledby="call-title" data-pane tabIndex={-1}>
      <h2 id="call-title" className={classes.title}>
        <PersonName name={call.title} alert={call.person?.alert ?? false} />
      </h2>
      <p className={classes.quiet}>{whereOf(call)}</p>
      <p className={classes.reason}>{call.why}</p>
      {call.person === null && (
        // The way to put it right stands before whom to ring: it is mostly the one who looks.
        <Button className={classes.step} onClick={() => go(call.to)} rightSection={<Keys keys={['Enter']} />}>
          {linkWords(call)}
        </Button>
      )}
      {call.person?.alert && <p className={classes.alert}>Speak to the lead before you call.</p>}
      {call.reach.length === 0 ? (
        <p className={classes.quiet}>Nobody leads this group yet.</p>
      ) : (
        <ul className={classes.reach} aria-label="Numbers">
          {call.reach.map((one, place) => (
            <ReachLine key={`${one.name} ${one.relation ?? ''} ${place}`} reach={one} />
          ))}
        </ul>
      )}
      {call.lastTried !== null && <p className={classes.quiet}>Last tried: {call.lastTried}.</p>}
      {props.onAnswer && <Answers {...props} onAnswer={props.onAnswer} />}
      {call.person !== null && <Anchor href={`#${call.to}`}>Open the record</Anchor>}
    </section>
  )
}

const whereOf = ({ person, groupName }: Call): string =>
  person === null
    ? 'Group'
    : [person.age === null ? 'Age not known' : `Aged ${person.age}`, groupName].join(' · ')

const linkWords = ({ kind }: Call): string =>
  kind === 'register-not-taken' ? 'Take the register' : 'Go to the group'

/** One person who may be rung: the number large, or in its place why there is none. */
function ReachLine({ reach }: { reach: Reach }) {
  const other = [
    reach.text === null || reach.text === reach.call ? null : `Text ${reach.text}`,
    reach.email === null ? null : reach.email,
    reach.write === null ? null : `Write to ${reach.write.replaceAll('\n', ', ')}`,
  ].filter((words) => words !== null)
  return (
    <li className={classes.reachLine}>
      <span className={classes.who}>
        {reach.name}
        {reach.relation !== null && <span className={classes.quiet}> · {reach.relation}</span>}
      </span>
      {reach.call === null ? (
        <span className={classes.noCall}>{reach.noCall}</span>
      ) : (
        <span className={classes.number}>{reach.call}</span>
      )}
      {reach.interpreter !== null && <span>Interpreter: {reach.interpreter}</span>}
      {other.length > 0 && <span className={classes.quiet}>{other.join(' · ')}</span>}
    </li>
  )
}

interface AnswersProps extends CallPanelProps {
  readonly onAnswer: (answer: CallAnswer) => void
}

function Answers({ call, note, onNote, noteField, onNoteDone, pending, onAnswer }: AnswersProps) {
  const answers = answersOf(call)
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onNoteDone()
  }
  return (
    <div className={classes.answers} role="group" aria-label="What came of it">
      <TextInput
        ref={noteField}
        label="Note (optional)"
        description="N goes here from the list, and Enter back."
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
        onKeyDown={leave}
        maxLength={300}
      />
      <div className={classes.keysGrid} data-wide={call.about === null}>
        {answers.map((answer, place) => (
          <Button
            key={answer.label}
            variant="default"
            justify="space-between"
            rightSection={<Keys keys={[String(place + 1)]} />}
            disabled={pending}
            onClick={() => onAnswer(answer)}
          >
            {answer.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
