import { useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { ask, queryClient, refreshAll } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import type { WalkInChoice } from '../../../shared/registers/walk-ins.contract.ts'
import { bestChoice, choicesFor, type Choice } from './walk-in-choices.ts'

export interface WalkInDone {
  readonly register: Register
  readonly onClose: () => void
  readonly onPicked: (personId: PersonId) => void
  readonly onAdded: (name: string, standing: WalkInChoice['status'], warning: string | null) => void
}

/** Asks who a typed name may be; too little of a name is not asked. */
export const walkInQuestion = (sessionId: SessionId, text: string) => ({
  ...ask('registers', 'findWalkIn', { sessionId, text: text.trim() }),
  enabled: text.trim().length > 1,
})

/** Puts a person who came on the register, or goes to their row when they are on it already. */
export function useWalkIn({ register, onClose, onPicked, onAdded }: WalkInDone) {
  const today = useToday()
  const { sessionId } = register
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const fail = (error: unknown) => {
    setSaving(false)
    setProblem(failureText(error))
  }
  const save = async (choice: Choice) => {
    setSaving(true)
    const who =
      choice.kind !== 'new'
        ? ({ kind: 'known', personId: choice.personId } as const)
        : ({ kind: 'new', person: newPerson(choice) } as const)
    const { personId, standing, warning } = await api.registers.addWalkIn({ sessionId, who })
    onClose()
    await refreshAll()
    onPicked(personId)
    onAdded(choice.name, standing, warning)
  }
  const pick = (choice: Choice) => {
    if (saving) return
    if (choice.kind !== 'here') return void save(choice).catch(fail)
    onClose()
    onPicked(choice.personId)
  }
  /** Enter: waits for who the name may be, however fast it was typed, and picks the best of them. */
  const pickBest = async (text: string) => {
    const question = walkInQuestion(sessionId, text)
    const people = question.enabled ? await queryClient.fetchQuery(question) : []
    const choices = choicesFor(text, people, today)
    const best = choices[bestChoice(choices, text, today)]
    if (best) pick(best)
    else setProblem('Type the first and the last name.')
  }
  return { problem, setProblem, pick, pickBest: (text: string) => void pickBest(text).catch(fail) }
}

const newPerson = ({ firstName, lastName, dateOfBirth }: Extract<Choice, { kind: 'new' }>) => ({
  firstName,
  lastName,
  dateOfBirth,
})
