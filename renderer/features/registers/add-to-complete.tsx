import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { PRESENT } from '../../../shared/registers/registers.rules.ts'
import type { ToCorrect } from './correct-dialog.tsx'
import { walkInQuestion } from './use-walk-in.ts'

interface AddToCompleteProps {
  readonly register: Register
  readonly needsReason: boolean
  readonly onChosen: (asked: ToCorrect) => void
  readonly onClose: () => void
}

/** Somebody who came and was left off a register that is complete: who, and then what is said of them. */
export function AddToComplete({ register, needsReason, onChosen, onClose }: AddToCompleteProps) {
  const { sessionId } = register
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 120)
  const question = walkInQuestion(sessionId, asked)
  const search = useQuery({ ...question, placeholderData: keepPreviousData })
  const found = question.enabled ? (search.data ?? []) : []
  const choose = (id: string | null) => {
    const person = found.find((one) => one.personId === id)
    if (person === undefined) return
    onChosen({
      sessionId,
      personId: person.personId,
      name: person.name,
      session: sessionInWords({ number: register.sessionNumber, startsAt: register.startsAt }),
      mark: null,
      code: PRESENT,
      walkIn: false,
      needsReason,
    })
  }
  return (
    <Dialog onClose={onClose} title="Add somebody who came" transitionProps={{ duration: 0 }}>
      <Select
        data-autofocus
        label="Name"
        description="Somebody who is not known yet is added under People first."
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        value={null}
        onChange={choose}
        nothingFoundMessage={
          text.trim().length > 1 ? 'Nobody of that name is known.' : 'Type two letters or more.'
        }
        data={found.map((one) => ({
          value: one.personId,
          label: one.here ? `${one.name}, on this register already` : one.name,
          disabled: one.here,
        }))}
      />
    </Dialog>
  )
}
