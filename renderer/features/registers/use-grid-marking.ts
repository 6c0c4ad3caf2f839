import { useMemo, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText, notifyFailure } from '../../api/notify.tsx'
import { ask, queryClient, refreshAll } from '../../api/queries.ts'
import type { GroupId } from '../../../shared/ids.ts'
import type { CellChange, Grid, GridCell } from '../../../shared/registers/grid.contract.ts'

/** Letters on their way to the disk, by whose and when: shown as if they were there, but not as solid. */
export type Saving = ReadonlyMap<string, string | null>

const keyOf = ({ personId, sessionId }: Pick<CellChange, 'personId' | 'sessionId'>) =>
  `${personId} ${sessionId}`

/** The cell with another letter: minutes went with the one before. */
const withCode = (cell: GridCell, code: string | null): GridCell =>
  cell.code === code ? cell : { ...cell, code, minutes: null, note: code === null ? null : cell.note }

/** The grid with some letters over it. Rows that have none stay the very same, so that they need no drawing. */
function withLetters(grid: Grid, letters: Saving): Grid {
  if (letters.size === 0) return grid
  return {
    ...grid,
    people: grid.people.map((person) => {
      const codes = grid.sessions.map(({ sessionId }) => letters.get(keyOf({ personId: person.personId, sessionId }))) // prettier-ignore
      if (codes.every((code) => code === undefined)) return person
      const cells = person.cells.map((cell, at) => {
        const code = codes[at]
        return code === undefined ? cell : withCode(cell, code)
      })
      return { ...person, cells }
    }),
  }
}

/** Puts what was saved on screen at once; an older answer still under way must not wipe it off again. */
async function show(groupId: GroupId, changes: readonly CellChange[]): Promise<void> {
  const { queryKey } = ask('registers', 'grid', { groupId })
  await queryClient.cancelQueries({ queryKey })
  const letters = new Map(changes.map((change) => [keyOf(change), change.code]))
  queryClient.setQueryData<Grid>(queryKey, (grid) => grid && withLetters(grid, letters))
  void queryClient.invalidateQueries({ queryKey })
}

/** Saves marks in the order they were given, however fast they come; each call is one step to undo. */
export function useGridMarking(grid: Grid) {
  const { groupId } = grid
  const [saving, setSaving] = useState<Saving>(new Map())
  const [said, setSaid] = useState({ text: '', failed: false })
  const queue = useRef(Promise.resolve())
  const shown = useMemo(() => withLetters(grid, saving), [grid, saving])
  const after = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch(notifyFailure)
  }
  const say = (text: string, failed = false) => setSaid({ text, failed })
  const put = (changes: readonly CellChange[]) =>
    setSaving((now) => new Map([...now, ...changes.map((one) => [keyOf(one), one.code] as const)]))
  const forget = (changes: readonly CellChange[]) =>
    setSaving((now) => {
      // A later letter of the same cell is still on its way: its own saving will take it off.
      const over = new Set(changes.filter((one) => now.get(keyOf(one)) === one.code).map(keyOf))
      return new Map([...now].filter(([key]) => !over.has(key)))
    })
  const write = (changes: readonly CellChange[], done: string) => {
    put(changes)
    after(async () => {
      try {
        await api.registers.setMarks({ groupId, cells: [...changes] })
        await show(groupId, changes)
        say(done)
      } catch (error) {
        say(failureText(error), true)
        await refreshAll()
      }
      forget(changes)
    })
  }
  const undo = () =>
    after(async () => {
      const next = (await api.audit.nextUndo({})).undo
      if (next === null) return say('There is nothing to undo')
      const { label } = await api.audit.undo({ id: next.id })
      await refreshAll()
      say(`Undone: ${label.toLowerCase()}`)
    })
  return { shown, saving, said, say, write, undo }
}
export type GridMarking = ReturnType<typeof useGridMarking>
