import { useCommand } from '../../api/commands.ts'
import { useToday } from '../../api/session.ts'
import { answeredKinds, type Call } from '../../../shared/calls/calls.contract.ts'
import { untilOf, type CallAnswer } from './call-answers.ts'

/** Writes down what came of a call; it can be undone. */
export function useAnswer(onDone: () => void) {
  const today = useToday()
  const log = useCommand('contacts', 'log', { done: 'Logged', undo: true, onDone })
  const answer = useCommand('calls', 'answer', { done: 'Put off', undo: true, onDone })
  const give = (call: Call, given: CallAnswer, note: string) => {
    // A key pressed twice is one call.
    if (log.isPending || answer.isPending) return
    if (given.kind === 'tried') {
      if (call.person === null || call.about === null) return
      log.mutate({
        personId: call.person.id,
        groupId: call.groupId,
        way: given.way,
        about: call.about,
        outcome: given.outcome,
        note,
      })
      return
    }
    const kind = answeredKinds.find((one) => one === call.kind)
    const words = note.trim() === '' ? given.label : note
    if (kind !== undefined)
      answer.mutate({ kind, subjectId: call.subjectId, answer: words, until: untilOf(given.days, today) })
  }
  return { give, pending: log.isPending || answer.isPending }
}
