import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { askKeeping, refreshAll } from '../../api/queries.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { bestChoice, choicesFor, type Choice } from './walk-in-choices.ts'
import { WalkInList } from './walk-in-list.tsx'

interface WalkInProps {
  readonly register: Register
  readonly opened: boolean
  readonly onClose: () => void
  readonly onPicked: (personId: PersonId) => void
  readonly onAdded: (name: string) => void
}

/** Somebody came who was not expected: type the name, Enter. */
export function WalkInDialog(props: WalkInProps) {
  return (
    // Without a transition: the name is typed right after W, and its first letter must land in the box.
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title="Add a walk-in"
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <WalkIn {...props} />
    </Modal>
  )
}

function WalkIn({ register, onClose, onPicked, onAdded }: WalkInProps) {
  const [text, setText] = useState('')
  const [moved, setMoved] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const [wanted, setWanted] = useState(false)
  const list = useId()
  const [asked] = useDebouncedValue(text.trim(), 120)
  const search = useQuery({
    ...askKeeping('people', 'search', { text: asked, limit: 6 }),
    enabled: asked.length > 1,
  })
  const choices = choicesFor(text, asked.length > 1 ? (search.data?.people ?? []) : [], register.rows)
  // The list is of what was typed a moment ago: Enter must not pick from an old one.
  const settled = asked === text.trim() && !search.isFetching
  const active = moved ?? bestChoice(choices, text)

  const pick = (choice: Choice | undefined) => {
    if (choice === undefined || saving) return
    if (choice.kind === 'here') {
      onClose()
      onPicked(choice.personId)
      return
    }
    setSaving(true)
    const who =
      choice.kind === 'known'
        ? ({ kind: 'known', personId: choice.personId } as const)
        : ({ kind: 'new', person: { firstName: choice.firstName, lastName: choice.lastName } } as const)
    api.registers.addWalkIn({ sessionId: register.sessionId, who }).then(
      async ({ personId }) => {
        onClose()
        await refreshAll()
        onPicked(personId)
        onAdded(choice.name)
      },
      (error: unknown) => {
        setSaving(false)
        setProblem(failureText(error))
      },
    )
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setMoved((Math.max(active, 0) + step + choices.length) % Math.max(choices.length, 1))
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    setWanted(true)
  }
  // Enter pressed while the list is still being looked up holds until it is there: nobody has to press it twice.
  useEffect(() => {
    if (!wanted || !settled) return
    setWanted(false)
    if (choices.length > 0) pick(choices[active])
    else setProblem('Type the first and the last name.')
  })
  return (
    <>
      <TextInput
        data-autofocus
        autoFocus
        label="Name"
        description="First and last name. Somebody already known is offered below."
        autoComplete="off"
        value={text}
        error={problem}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        onChange={(event) => {
          setWanted(false)
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
