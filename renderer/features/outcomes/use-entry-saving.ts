import { useRef, useState } from 'react'
import { z } from 'zod'
import { api, ApiError } from '../../api/client.ts'
import { failureText, notifyFailure } from '../../api/notify.tsx'
import { refreshAll } from '../../api/queries.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { NewCell } from '../../../shared/outcomes/readings.contract.ts'

const fallsSchema = z.array(z.object({ personId: z.string(), item: z.int(), words: z.string() })).min(1)
export type Falls = z.infer<typeof fallsSchema>

/** Why each of some falls happened, by `fallKey`. */
export type Reasons = ReadonlyMap<string, string>
export const fallKey = ({ personId, item }: { readonly personId: string; readonly item: number }) =>
  `${personId} ${item}`

/** Something that waits to be told why a number fell. */
interface Asking {
  readonly falls: Falls
  readonly again: (reasons: Reasons) => void
  readonly leave: () => void
}

/** What is being saved, shown as if it were there: by the place of the cell in the file. */
export type Saving = ReadonlyMap<string, string>
export const placeKey = (cell: Pick<NewCell, 'personId' | 'completedBy' | 'timePoint' | 'round' | 'item'>) =>
  [cell.personId, cell.completedBy, cell.timePoint, cell.round, cell.item].join(' ')

function fallsOf(error: unknown): Falls | null {
  if (!(error instanceof ApiError)) return null
  const read = fallsSchema.safeParse(error.details['falls'])
  return read.success ? read.data : null
}

/** Saves readings in the order they were typed, however fast they come; each call is one step to undo. */
export function useEntrySaving(groupId: GroupId) {
  const [saving, setSaving] = useState<Saving>(new Map())
  const [said, setSaid] = useState({ text: '', failed: false })
  const [asking, setAsking] = useState<Asking | null>(null)
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)
  const failures = useRef(0)
  const say = (text: string, failed = false) => {
    if (failed) failures.current += 1
    setSaid({ text, failed })
  }
  const after = (work: () => Promise<void>) => {
    waiting.current += 1
    queue.current = queue.current
      .then(work)
      .catch(notifyFailure)
      .then(async () => {
        waiting.current -= 1
        // What was saved stays drawn over the sheet until it is read again, once for all that came together.
        if (waiting.current > 0) return
        await refreshAll()
        setSaving((now) => (waiting.current > 0 ? now : new Map()))
      })
  }
  const forget = (keys: readonly string[]) =>
    setSaving((now) => new Map([...now].filter(([key]) => !keys.includes(key))))
  /** Does it; where a fall asks why, does it again with the reasons, or leaves everything as it was. */
  const attempt = (work: (reasons: Reasons) => Promise<unknown>, done: string, keys: readonly string[]) => {
    const begun = failures.current
    const once = (reasons: Reasons) =>
      after(async () => {
        try {
          await work(reasons)
          // What was refused while it was being saved is what has to be read.
          if (failures.current === begun) say(done)
        } catch (error) {
          const falls = fallsOf(error)
          const leave = () => forget(keys)
          if (falls !== null) return setAsking({ falls, again: once, leave })
          say(failureText(error), true)
          leave()
        }
      })
    once(new Map())
  }
  const write = (cells: readonly NewCell[], texts: ReadonlyMap<string, string>, done: string) => {
    // Another text of the same cell is still on its way: what the screen saw is not what is there by then.
    const known = cells.map((cell) => (saving.has(placeKey(cell)) ? { ...cell, seen: undefined } : cell))
    setSaving((now) => new Map([...now, ...texts]))
    attempt(
      (reasons) => api.outcomes.setReadings({ groupId, cells: known.map((cell) => ({ ...cell, fallReason: reasons.get(fallKey(cell)) ?? null })) }), // prettier-ignore
      done,
      [...texts.keys()],
    )
  }
  const undo = () =>
    after(async () => {
      const next = (await api.audit.nextUndo({})).undo
      if (next === null) return say('There is nothing to undo')
      const { label } = await api.audit.undo({ id: next.id })
      say(`Undone: ${label.toLowerCase()}`)
    })
  return { saving, said, say, write, attempt, undo, asking, answered: () => setAsking(null) }
}
export type EntrySaving = ReturnType<typeof useEntrySaving>
