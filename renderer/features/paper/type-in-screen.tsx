import { Anchor, Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useParams } from 'wouter'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { paperCode } from '../../../shared/exports/paper-code.rules.ts'
import type { Typed } from '../../../shared/exports/paper-typing.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import { TypeInClashes } from './type-in-clashes.tsx'
import { TypeInRows } from './type-in-rows.tsx'
import { useTypingIn } from './use-typing-in.ts'
import classes from './type-in.module.css'

/** A paper register typed back in: `#/registers/:sessionId/paper`. */
export function TypeInScreen() {
  const { sessionId = '' } = useParams()
  const query = useQuery(ask('registers', 'open', { sessionId }))
  return <Answer query={query}>{(register) => <TypeIn key={sessionId} register={register} />}</Answer>
}

function TypeIn({ register }: { register: Register }) {
  const open = register.state === 'due' || register.state === 'started' || register.state === 'not-due'
  const place = [register.roomName, register.buildingName].filter((name) => name !== null).join(', ')
  const when = `${shortDay(register.startsAt)} ${register.startsAt.slice(0, 4)}, ${timeRange(register.startsAt, register.endsAt)}` // prettier-ignore
  return (
    <Page
      title={`Type in: ${register.groupName}`}
      sentence={[when, place, `on its paper: ${paperCode(register.sessionId)}`].filter((part) => part !== '').join(' · ')} // prettier-ignore
      back={<Anchor href={`#/registers/${register.sessionId}`}>Back to the register</Anchor>}
    >
      {open && register.rows.length > 0 ? (
        <Typing register={register} />
      ) : (
        <EmptyState
          action={<Button onClick={() => go(`/registers/${register.sessionId}`)}>Open the register</Button>}
        >
          {register.state === 'complete'
            ? 'This register is complete. It is changed on its own screen.'
            : register.rows.length === 0
              ? 'Nobody is on this register yet. Add those written in by hand as walk-ins.'
              : 'This session did not run, so there is nothing to type in.'}
        </EmptyState>
      )}
    </Page>
  )
}

function Typing({ register }: { register: Register }) {
  const id = useId()
  const [text, setText] = useState('')
  const typing = useTypingIn(register)
  const read = typing.read(text)
  const left = register.rows.filter((row) => row.mark === null).length
  const complete = useCommand('registers', 'complete', { done: 'Register complete', undo: true, onDone: () => go(`/registers/${register.sessionId}`) }) // prettier-ignore
  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (typing.enter(text)) setText('')
  }
  return (
    <div className={classes.screen}>
      <form onSubmit={enter} noValidate className={classes.typing}>
        <TextInput
          id={`${id}-line`}
          label="From the paper"
          description="7P is row 7 present, 7L10 late by 10 minutes, with a space before the next row. Letters alone go down the rows: PPAP. A full stop is a row left blank. Enter saves."
          // Said beside the field, which keeps the focus: the next line is being typed already.
          error={typing.problem}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          classNames={{ input: classes.line ?? '' }}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          autoFocus
        />
        <p className={classes.preview} role="status">
          {text.trim() === '' ? nextWords(register, typing.at) : previewWords(register, text, read)}
        </p>
      </form>
      <TypeInClashes
        register={register}
        clashes={typing.clashes}
        onTake={typing.takePaper}
        onKeep={typing.keepScreen}
      />
      <TypeInRows register={register} at={typing.at} clashes={typing.clashes} />
      <div className={classes.foot}>
        <p role="status" aria-live="polite">
          <strong>
            {register.rows.length - left} of {register.rows.length} marked.
          </strong>{' '}
          {typing.said}
        </p>
        <Button
          disabled={left > 0 || typing.clashes.length > 0 || register.state === 'not-due'}
          loading={complete.isPending}
          onClick={() => complete.mutate({ sessionId: register.sessionId })}
        >
          Complete register
        </Button>
      </div>
    </div>
  )
}

/** The row that a letter alone would mark. */
function nextWords({ rows }: Register, at: number): string {
  const next = rows[at - 1]
  return next === undefined ? 'That was the last row. Type a row number to go back to one.' : `Next: ${next.number} ${next.name}` // prettier-ignore
}

/** Whose row has been typed and not yet its letter. A slip is said when the line is sent, not while it is typed. */
function rowBegun(rows: Register['rows'], text: string): string {
  const row = rows[Number(/\d+$/.exec(text.trim())?.[0] ?? 0) - 1]
  return row === undefined ? '' : `${row.number} ${row.name}`
}

const MOST_SHOWN = 4

/** What the line would record, by name, before it is saved. */
function previewWords({ rows, codes }: Register, text: string, read: Typed): string {
  if (read.marks === null) return rowBegun(rows, text)
  const labels = new Map(codes.map((code) => [code.code, code.label]))
  const words = read.marks.map(({ row, code, minutes }) => `${row} ${rows[row - 1]?.name ?? ''}: ${labels.get(code) ?? code}${minutes === null ? '' : ` ${minutes} min`}`) // prettier-ignore
  const last = words.slice(-MOST_SHOWN).join(' · ')
  return words.length > MOST_SHOWN ? `${words.length} marks … ${last}` : last
}
