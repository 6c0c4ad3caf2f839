import { useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import type { Sentence } from '../../../shared/rooms/sentence.rules.ts'
import classes from './find-room.module.css'

interface BlankProps {
  readonly label: string
  /** What it says now; empty shows `placeholder`. */
  readonly words: string
  readonly placeholder: string
  /** What was typed, as a part of the sentence; null where it cannot be read. Empty text takes the blank's part away. */
  readonly read: (text: string) => Partial<Sentence> | null
  readonly onTyping: (part: Partial<Sentence> | null) => void
  readonly onDone: (part: Partial<Sentence>) => void
  /** Arrow down, where it does not go through a list of choices. */
  readonly onDown: () => void
  readonly type?: 'search'
  /** The id of a list of choices. */
  readonly list?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** What could not be read of what was typed; it stays as it was typed. */
  readonly problem: (text: string) => string
}

/** A blank in the sentence: typed in any usual way, answered while it is, and said back in words on leaving it. */
export function Blank(props: BlankProps) {
  const { label, words, placeholder, read, onTyping, onDone, onDown, type, list, inputRef, problem } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const settle = () => {
    if (draft === null) return
    const part = read(draft.trim())
    setUnread(part === null)
    if (part === null) return onTyping(null)
    setDraft(null)
    onDone(part)
  }
  const typed = (text: string) => {
    setUnread(false)
    setDraft(text)
    onTyping(read(text.trim()))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') settle()
    if (event.key === 'ArrowDown' && list === undefined) {
      event.preventDefault()
      settle()
      onDown()
    }
    if (event.key !== 'Escape' || draft === null) return
    event.preventDefault()
    event.stopPropagation()
    setDraft(null)
    setUnread(false)
    onTyping(null)
  }
  return (
    <span className={classes.blankBox}>
      <input
        ref={inputRef}
        type={type ?? 'text'}
        className={classes.blank}
        aria-label={label}
        aria-invalid={unread || undefined}
        placeholder={placeholder}
        value={draft ?? words}
        autoComplete="off"
        spellCheck={false}
        {...(list !== undefined && { list })}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => typed(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      {unread && draft !== null && (
        <span className={classes.problem} role="alert">
          {problem(draft)}
        </span>
      )}
    </span>
  )
}
