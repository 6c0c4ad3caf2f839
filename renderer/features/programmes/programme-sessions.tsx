import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { KeyLegend } from '../../ui/keys.tsx'
import { sessionKindLabels, sessionKinds } from '../../../shared/programmes/session-kinds.ts'
import type { TypedSession } from './programme-form.tsx'
import classes from './programmes.module.css'

interface SessionsProps {
  readonly sessions: readonly TypedSession[]
  readonly onChange: (sessions: readonly TypedSession[]) => void
  /** The message for a field such as `sessions.0.title`. */
  readonly error: (field: string) => { readonly error: string | undefined }
  /** How long a session usually is: what a new one begins with. */
  readonly minutes: number | null
}

const withAt = (all: readonly TypedSession[], at: number, part: Partial<TypedSession>) =>
  all.map((one, index) => (index === at ? { ...one, ...part } : one))

/** The one at `from` goes to `to`; the others close up. */
function moved(all: readonly TypedSession[], from: number, to: number): readonly TypedSession[] {
  const one = all[from]
  if (one === undefined || to < 0 || to >= all.length) return all
  const rest = all.filter((_, index) => index !== from)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** The sessions of the manual in order. Alt and an arrow move one, so that no mouse is needed. */
export function ProgrammeSessions({ sessions, onChange, error, minutes }: SessionsProps) {
  const list = useRef<HTMLOListElement>(null)
  const focus = (index: number) =>
    // Once it stands there.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-title]')[index]?.focus())
  const move = (from: number, to: number) => {
    if (to < 0 || to >= sessions.length) return
    onChange(moved(sessions, from, to))
    focus(to)
  }
  const keys = (index: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  const add = () => {
    onChange([...sessions, { id: null, title: '', kind: 'group', minutes }])
    focus(sessions.length)
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend>Sessions of the manual</legend>
      <ol ref={list} className={classes.sessions}>
        {sessions.map((session, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its fields
          <li key={session.id ?? `new ${index}`} onKeyDown={keys(index)}>
            <SessionRow
              session={session}
              number={index + 1}
              last={index === sessions.length - 1}
              error={error(`sessions.${index}.title`).error}
              onChange={(part) => onChange(withAt(sessions, index, part))}
              onMove={(by) => move(index, index + by)}
              onRemove={() => onChange(sessions.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button variant="default" size="compact-sm" onClick={add}>
        Add a session
      </Button>
      {sessions.length > 1 && (
        <KeyLegend
          items={[
            { keys: ['Alt', '↑'], does: 'earlier' },
            { keys: ['Alt', '↓'], does: 'later' },
          ]}
        />
      )}
    </fieldset>
  )
}

interface RowProps {
  readonly session: TypedSession
  readonly number: number
  readonly last: boolean
  readonly error: string | undefined
  readonly onChange: (part: Partial<TypedSession>) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function SessionRow({ session, number, last, error, onChange, onMove, onRemove }: RowProps) {
  return (
    <>
      <TextInput
        aria-label={`Title of session ${number}`}
        leftSection={<span className={classes.number}>{number}</span>}
        value={session.title}
        error={error}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        maxLength={160}
        data-title
      />
      <div className={classes.sessionMore}>
        <Select
          aria-label={`Kind of session ${number}`}
          size="xs"
          data={sessionKinds.map((value) => ({ value, label: sessionKindLabels[value] }))}
          value={session.kind}
          onChange={(kind) => onChange({ kind: sessionKinds.find((one) => one === kind) ?? session.kind })}
          allowDeselect={false}
        />
        <NumberInput
          aria-label={`Minutes of session ${number}`}
          size="xs"
          placeholder="Minutes"
          value={session.minutes ?? ''}
          onChange={(value) => onChange({ minutes: typeof value === 'number' ? value : null })}
          min={1}
          max={600}
          allowDecimal={false}
          hideControls
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move session ${number} up`}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Move session ${number} down`}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take out session ${number}`}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    </>
  )
}
