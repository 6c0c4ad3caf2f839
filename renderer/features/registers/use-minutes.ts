import { useEffect, useRef, useState } from 'react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import type { Marking } from './use-marking.ts'

/** After so long without another figure the minutes are whole. */
const WHOLE_AFTER = 800
/** More is a mistake, and the program would refuse it. */
const MOST = 600

/** Minutes being typed, and of whom. */
export interface Typed {
  readonly row: RegisterRow
  readonly code: string
  readonly digits: string
}

/**
 * The minutes typed after L or E: `L 10`. The focus has moved on by then, so they are of the mark just given; with no
 * such mark, of the row in hand.
 */
export function useMinutes(codes: readonly MarkCode[], marking: Marking) {
  const [typed, setTyped] = useState<Typed | null>(null)
  // Read by keys that come faster than a drawing.
  const now = useRef<Typed | null>(null)
  const given = useRef<Omit<Typed, 'digits'> | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const put = (value: Typed | null) => {
    now.current = value
    setTyped(value)
  }
  const finish = () => {
    window.clearTimeout(timer.current)
    const value = now.current
    put(null)
    const minutes = Number(value?.digits ?? 0)
    if (value !== null && minutes > 0) marking.give([value.row], { code: value.code, minutes })
  }
  const takes = (letter: string | undefined, row: RegisterRow) => {
    const code = codes.find((one) => one.code === letter)
    return code !== undefined && (code.minutes !== null || (row.role === 'volunteer' && code.attended))
  }
  const digit = (figure: string, inHand: RegisterRow) => {
    const letter = inHand.mark?.code
    const row = now.current ?? given.current ?? (letter === undefined ? null : { row: inHand, code: letter })
    if (row === null || !takes(row.code, row.row)) return
    const digits = `${now.current?.digits ?? ''}${figure}`
    if (Number(digits) === 0 || Number(digits) > MOST) return
    put({ row: row.row, code: row.code, digits })
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(finish, WHOLE_AFTER)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return {
    typed,
    digit,
    finish,
    /** Takes back what is being typed. Answers whether there was any. */
    drop: () => {
      window.clearTimeout(timer.current)
      const any = now.current !== null
      put(null)
      return any
    },
    /** Whose mark was given last: minutes typed now are theirs. Null: the focus was moved. */
    follow: (row: RegisterRow | null, code = '') => {
      given.current = row !== null && takes(code, row) ? { row, code } : null
    },
  }
}
