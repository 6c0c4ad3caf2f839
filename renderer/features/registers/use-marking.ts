import { useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { civilNow, timeOf } from '../../../shared/time/civil.ts'

/** A mark that is not on the disk: on its way there, or refused. */
export interface Unsaved {
  /** null: it was to be cleared. */
  readonly code: string | null
  readonly state: 'saving' | 'failed'
  /** Why it was not saved. */
  readonly message: string
}

/** What was last saved, or failed. `whose` is read out and not shown: the eye is on the row already. */
export interface Said {
  readonly whose: string
  readonly text: string
}

export interface Marking {
  readonly unsaved: ReadonlyMap<PersonId, Unsaved>
  /** How many marks were refused and not given again. */
  readonly failed: number
  readonly said: Said
  readonly say: (said: Said) => void
  readonly give: (row: RegisterRow, code: string | null) => void
  /** Does something when everything before it is saved. */
  readonly after: (work: () => Promise<void>) => void
}

const questionOf = (sessionId: SessionId) => ask('registers', 'open', { sessionId }).queryKey

/** The register as it was last read. */
export const lastRead = (sessionId: SessionId): Register | undefined =>
  queryClient.getQueryData<Register>(questionOf(sessionId))

/** Puts what was saved on screen at once; an older answer still under way must not wipe it off again. */
async function show(sessionId: SessionId, personId: PersonId, mark: RegisterRow['mark']): Promise<void> {
  const queryKey = questionOf(sessionId)
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData<Register>(
    queryKey,
    (register) =>
      register && {
        ...register,
        rows: register.rows.map((row) => (row.personId === personId ? { ...row, mark } : row)),
      },
  )
  void queryClient.invalidateQueries({ queryKey })
}

async function save(sessionId: SessionId, row: RegisterRow, code: string | null): Promise<Said> {
  const { personId, name } = row
  if (code === null) {
    await api.registers.clear({ sessionId, personId })
    await show(sessionId, personId, null)
    return { whose: `${name}: not recorded`, text: 'Cleared' }
  }
  const { mark } = await api.registers.mark({ sessionId, personId, code })
  await show(sessionId, personId, mark)
  return { whose: `${name}: ${code}`, text: `Saved ${timeOf(civilNow(new Date(mark.markedAt)))}` }
}

/**
 * Saves marks one after the other in the order they were given, however fast they come. A row says honestly whether
 * its letter is on the disk.
 */
export function useMarking(sessionId: SessionId): Marking {
  const [unsaved, setUnsaved] = useState<ReadonlyMap<PersonId, Unsaved>>(new Map())
  const [said, setSaid] = useState<Said>({ whose: '', text: '' })
  const queue = useRef(Promise.resolve())
  const after = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work)
  }
  const put = (personId: PersonId, value: Unsaved) => setUnsaved((now) => new Map(now).set(personId, value))
  const forget = (personId: PersonId, value: Unsaved) =>
    setUnsaved((now) => {
      // A later mark of the same person is still on its way: its own saving will take it off.
      if (now.get(personId) !== value) return now
      const rest = new Map(now)
      rest.delete(personId)
      return rest
    })
  const give = (row: RegisterRow, code: string | null) => {
    const value: Unsaved = { code, state: 'saving', message: '' }
    put(row.personId, value)
    after(async () => {
      try {
        setSaid(await save(sessionId, row, code))
        forget(row.personId, value)
      } catch (error) {
        put(row.personId, { code, state: 'failed', message: failureText(error) })
        setSaid({ whose: '', text: `${row.name} was not saved. ${failureText(error)}` })
      }
    })
  }
  const failed = [...unsaved.values()].filter((one) => one.state === 'failed').length
  return { unsaved, failed, said, say: setSaid, give, after }
}
