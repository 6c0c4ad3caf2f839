import { useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { ask, queryClient } from '../../api/queries.ts'
import { readTyped, sortTyped, type PaperClash, type TypedMark } from '../../../shared/exports/paper-typing.rules.ts' // prettier-ignore
import type { SessionId } from '../../../shared/ids.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { count } from '../../../shared/text.ts'

const questionOf = (sessionId: SessionId) => ask('registers', 'open', { sessionId }).queryKey
const lastRead = (register: Register): Register =>
  queryClient.getQueryData<Register>(questionOf(register.sessionId)) ?? register

/** The letters that can be typed, and how many rows there are. */
const sheetOf = (register: Register, at: number) => ({
  rows: register.rows.length,
  at,
  codes: register.codes
    .filter((code) => !code.retired)
    .map(({ code, minutes }) => ({ code, minutes: minutes !== null })),
})

async function saveMark(register: Register, { row, code, minutes }: TypedMark): Promise<void> {
  const person = register.rows[row - 1]
  if (person === undefined) return
  const { sessionId } = register
  await api.registers.mark({ sessionId, personId: person.personId, code, ...(minutes !== null && { minutes }) }) // prettier-ignore
}

/** Saves marks one by one: what was saved before one that fails stays. Answers what to say. */
async function saveAll(register: Register, marks: readonly TypedMark[]): Promise<string> {
  for (const [done, mark] of marks.entries()) {
    try {
      await saveMark(register, mark)
    } catch (error) {
      const before = done === 0 ? 'Nothing of this line was saved.' : `The ${count(done, 'mark')} before it ${done === 1 ? 'is' : 'are'} saved.` // prettier-ignore
      return Promise.reject(new Error(`Row ${mark.row} was not saved. ${failureText(error)} ${before}`))
    }
  }
  return marks.length === 0 ? '' : `Saved ${count(marks.length, 'mark')}.`
}

/**
 * Marks typed from paper, line by line: each is read at once and saved in its turn, however fast the next is typed. Where
 * the screen has another mark the row is left, and said, until it is typed again or one of both is chosen.
 */
export function useTypingIn(register: Register) {
  const { sessionId } = register
  const [at, setAt] = useState(1)
  const [clashes, setClashes] = useState<readonly PaperClash[]>([])
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const queue = useRef(Promise.resolve())
  const asked = useRef<readonly PaperClash[]>([])
  const hold = (next: readonly PaperClash[]) => {
    asked.current = next
    setClashes(next)
  }
  const work = (marks: readonly TypedMark[], agreed: readonly PaperClash[]) => {
    queue.current = queue.current.then(async () => {
      const now = lastRead(register)
      const recorded = (row: number) => now.rows[row - 1]?.mark ?? null
      const { save, clashes: found } = sortTyped(marks, recorded, agreed)
      const rows = new Set(marks.map((mark) => mark.row))
      hold([...asked.current.filter(({ typed }) => !rows.has(typed.row)), ...found])
      try {
        setSaid(await saveAll(now, save))
      } catch (error) {
        setProblem(failureText(error))
      }
      await queryClient.invalidateQueries({ queryKey: questionOf(sessionId) })
    })
  }
  return {
    at,
    clashes,
    said,
    problem,
    /** Reads a line as it stands, without saving. */
    read: (text: string) => readTyped(text, sheetOf(register, at)),
    /** Takes a line. Answers whether it could be read: then the field is empty for the next. */
    enter: (text: string): boolean => {
      const typed = readTyped(text, sheetOf(register, at))
      setProblem(typed.problem)
      if (typed.marks === null) return false
      setAt(typed.next)
      work(typed.marks, asked.current)
      return true
    },
    takePaper: (some: readonly PaperClash[]) => work(some.map(({ typed }) => typed), some), // prettier-ignore
    keepScreen: (clash: PaperClash) => hold(asked.current.filter((one) => one !== clash)),
  }
}
