import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { PersonName } from '../../ui/person-name.tsx'
import type { Call } from '../../../shared/calls/calls.contract.ts'
import { keyOf } from './call-answers.ts'
import { kindHeadings } from './call-words.ts'
import classes from './calls.module.css'

interface CallListProps {
  readonly calls: readonly Call[]
  readonly chosen: Call
  readonly onChoose: (call: Call) => void
  /** A key of the one that is chosen: an answer, a note, its record. */
  readonly onKey: (event: KeyboardEvent) => void
}

const idOf = (call: Call) => `call-${call.kind}-${call.subjectId}`

/** Whom each arrow leads to; undefined for any other key. */
function wanted(key: string, calls: readonly Call[], at: number): Call | undefined {
  switch (key) {
    case 'ArrowDown':
      return calls[Math.min(at + 1, calls.length - 1)]
    case 'ArrowUp':
      return calls[Math.max(at - 1, 0)]
    case 'Home':
      return calls[0]
    case 'End':
      return calls.at(-1)
    default:
      return undefined
  }
}

/** Everyone who needs a call, under what it is about. One is always chosen, and the keys are about that one. */
export function CallList({ calls, chosen, onChoose, onKey }: CallListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  useEffect(() => document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' }), [chosen])
  const press = (event: KeyboardEvent) => {
    const to = wanted(event.key, calls, calls.indexOf(chosen))
    if (to === undefined || event.ctrlKey || event.altKey) return onKey(event)
    event.preventDefault()
    onChoose(to)
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Who needs a call"
      aria-activedescendant={idOf(chosen)}
      tabIndex={0}
      className={classes.list}
      onKeyDown={press}
      data-calls
    >
      {[...Map.groupBy(calls, (call) => call.kind)].map(([kind, some]) => (
        <div key={kind} role="group" aria-labelledby={`calls-${kind}`}>
          <div id={`calls-${kind}`} role="presentation" className={classes.kind}>
            {kindHeadings[kind]} <span className={classes.count}>{some.length}</span>
          </div>
          {some.map((call) => (
            <Option key={keyOf(call)} call={call} chosen={call === chosen} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  readonly call: Call
  readonly chosen: boolean
  readonly onChoose: (call: Call) => void
}

const Option = ({ call, chosen, onChoose }: OptionProps) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list it is in hears the keys
  <div
    id={idOf(call)}
    role="option"
    aria-selected={chosen}
    tabIndex={-1}
    className={classes.option}
    onClick={() => onChoose(call)}
  >
    <span className={classes.name}>
      <PersonName name={call.title} alert={call.person?.alert ?? false} />
    </span>
    <span className={classes.why}>{call.why}</span>
  </div>
)
