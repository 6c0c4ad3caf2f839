import { useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Mark } from '../../../shared/registers/marking.contract.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { count } from '../../../shared/text.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime } from '../../../shared/time/format.ts'

/** What a key gave: a letter, with the minutes typed after it if there were any. */
export interface Given {
  /** null: it was to be cleared. */
  readonly code: string | null
  readonly minutes?: number
}

/** A mark that is not on the disk: on its way there, or refused. */
export interface Unsaved extends Given {
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
  /** Gives the same to all of these at once: one step to undo. */
  readonly give: (rows: readonly RegisterRow[], given: Given) => void
  /** Does something when everything before it is saved. */
  readonly after: (work: () => Promise<void>) => void
}

const questionOf = (sessionId: SessionId) => ask('registers', 'open', { sessionId }).queryKey

/** The register as it was last read. */
export const lastRead = (sessionId: SessionId): Register | undefined =>
  queryClient.getQueryData<Register>(questionOf(sessionId))

/** Puts what was saved on screen at once; an older answer still under way must not wipe it off again. */
export async function showMarks(sessionId: SessionId, saved: ReadonlyMap<PersonId, Mark | null>) {
  const queryKey = questionOf(sessionId)
  await queryClient.cancelQueries({ queryKey })
  const renew = (row: RegisterRow) =>
    saved.has(row.personId) ? { ...row, mark: saved.get(row.personId) ?? null } : row
  queryClient.setQueryData<Register>(
    queryKey,
    (register) =>
      register && { ...register, rows: register.rows.map(renew), volunteers: register.volunteers.map(renew) },
  )
  void queryClient.invalidateQueries({ queryKey })
}

/** Sends one command for all of the rows; answers what they have now. */
async function send(sessionId: SessionId, rows: readonly RegisterRow[], { code, minutes }: Given) {
  const [first] = rows
  if (first === undefined) return new Map<PersonId, Mark | null>()
  const { personId } = first
  if (code === null) {
    await api.registers.clear({ sessionId, personId })
    return new Map([[personId, null]])
  }
  const marks =
    rows.length === 1
      ? [await api.registers.mark({ sessionId, personId, code, minutes })]
      : await api.registers.markMany({ sessionId, personIds: rows.map((row) => row.personId), code })
  return new Map<PersonId, Mark | null>(marks.map((one) => [one.personId, one.mark]))
}

async function save(sessionId: SessionId, rows: readonly RegisterRow[], given: Given): Promise<Said> {
  const saved = await send(sessionId, rows, given)
  await showMarks(sessionId, saved)
  const names = new Intl.ListFormat('en-GB').format(rows.map((row) => row.name))
  const [mark] = saved.values()
  if (mark === null || mark === undefined) return { whose: `${names}: not recorded`, text: 'Cleared' }
  const minutes = mark.minutes === null ? '' : `, ${count(mark.minutes, 'minute')}`
  return {
    whose: `${names}: ${mark.code}${minutes}`,
    text: `Saved ${clockTime(civilNow(new Date(mark.markedAt)))}`,
  }
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
  const put = (rows: readonly RegisterRow[], value: Unsaved) =>
    setUnsaved((now) => new Map([...now, ...rows.map((row) => [row.personId, value] as const)]))
  // A later mark of the same person is still on its way: its own saving will take it off.
  const forget = (rows: readonly RegisterRow[], value: Unsaved) =>
    setUnsaved((now) => {
      const done = new Set(rows.map((row) => row.personId))
      return new Map([...now].filter(([personId, one]) => !(done.has(personId) && one === value)))
    })
  const give = (rows: readonly RegisterRow[], given: Given) => {
    const value: Unsaved = { ...given, state: 'saving', message: '' }
    put(rows, value)
    after(async () => {
      try {
        setSaid(await save(sessionId, rows, given))
        forget(rows, value)
      } catch (error) {
        put(rows, { ...value, state: 'failed', message: failureText(error) })
        const names = new Intl.ListFormat('en-GB').format(rows.map((row) => row.name))
        const were = rows.length === 1 ? 'was' : 'were'
        setSaid({ whose: '', text: `${names} ${were} not saved. ${failureText(error)}` })
      }
    })
  }
  const failed = [...unsaved.values()].filter((one) => one.state === 'failed').length
  return { unsaved, failed, said, say: setSaid, give, after }
}
