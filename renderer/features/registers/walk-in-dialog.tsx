import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useToday } from '../../api/session.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useWalkIn, walkInQuestion, type WalkInDone } from './use-walk-in.ts'
import { bestChoice, choicesFor } from './walk-in-choices.ts'
import { WalkInList } from './walk-in-list.tsx'

interface WalkInProps extends WalkInDone {
  readonly opened: boolean
}

/** Somebody came who was not expected: type the name, Enter. */
export function WalkInDialog(props: WalkInProps) {
  return (
    // Without a transition: the name is typed right after W, and its first letter must land in the box.
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Add a walk-in"
      // Its own way back: by the time it would look for what had the focus, the name has it already.
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <WalkIn {...props} />
    </Modal>
  )
}

function WalkIn(props: WalkInProps) {
  useFocusBack()
  const [text, setText] = useState('')
  const [moved, setMoved] = useState<number | null>(null)
  const { problem, setProblem, pick, pickBest } = useWalkIn(props)
  const list = useId()
  const today = useToday()
  const [asked] = useDebouncedValue(text, 120)
  const question = walkInQuestion(props.register.sessionId, asked)
  const search = useQuery({ ...question, placeholderData: keepPreviousData })
  const found = question.enabled ? (search.data ?? []) : []
  const choices = choicesFor(text, found, today)
  const active = moved ?? bestChoice(choices, text, today)

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    const chosen = moved === null ? undefined : choices[moved]
    if (step !== undefined)
      setMoved((Math.max(active, 0) + step + choices.length) % Math.max(choices.length, 1))
    else if (chosen) pick(chosen)
    else pickBest(text)
  }
  return (
    <>
      <TextInput
        data-autofocus
        autoFocus
        label="Name"
        description="First and last name, and the date of birth if they say it. Somebody already known is offered below."
        autoComplete="off"
        value={text}
        error={problem}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMoved(null)
          setProblem(null)
        }}
        onKeyDown={press}
      />
      <WalkInList id={list} choices={choices} active={active} onPick={pick} />
    </>
  )
}
