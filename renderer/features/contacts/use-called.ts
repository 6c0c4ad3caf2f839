import { useRef } from 'react'
import { useCommand } from '../../api/commands.ts'
import type { ContactSubject } from '../../../shared/contacts/contact.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { notify } from '../../api/notify.tsx'

interface Called {
  readonly personId: PersonId
  readonly groupId: GroupId
  readonly name: string
  readonly reach: { readonly call: string | null; readonly noCall: string | null }
}

/** Logs by one key that somebody was rung and did not answer. Somebody who must not be rung was not. */
export function useCalledNoAnswer(about: ContactSubject) {
  const names = useRef(new Map<string, string>())
  const log = useCommand('contacts', 'log', {
    undo: true,
    done: (_, { personId }) => `Logged: ${names.current.get(personId) ?? 'they'} did not answer`,
  })
  return (person: Called | undefined) => {
    if (person === undefined) return
    const { personId, groupId, name, reach } = person
    if (reach.call === null) return void notify(`${name}: ${reach.noCall ?? 'no number to ring'}`)
    names.current.set(personId, name)
    log.mutate({ personId, groupId, way: 'phone', about, outcome: 'no-answer' })
  }
}
