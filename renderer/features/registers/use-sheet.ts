import { useRef } from 'react'
import { useMay } from '../../api/session.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { familiesTogether, hasFamily } from './families.ts'
import { useMarking } from './use-marking.ts'
import { useMinutes } from './use-minutes.ts'
import { useRegisterActions } from './use-register-actions.ts'
import { useRegisterKeys } from './use-register-keys.ts'
import { useRows } from './use-rows.ts'

/** All that a sheet of people needs to be written on: who stands where, what is in hand, and what the keys do. */
export function useSheet(register: Register) {
  const mayMark = useMay()('registers.edit')
  const note = useRef<HTMLTextAreaElement | null>(null)
  const codes = register.codes.filter((code) => !code.retired)
  const inHand = useRows(register.rows.length > 0 ? register.rows : register.volunteers)
  const marking = useMarking(register.sessionId)
  const minutes = useMinutes(codes, marking)
  const actions = useRegisterActions(register, marking, inHand.goTo)
  const rows = actions.together ? familiesTogether(register.rows) : register.rows
  const everybody = [...rows, ...register.volunteers]
  const readOnly = register.state === 'complete' || register.state === 'did-not-run' || !mayMark
  const hands = { register, rows: everybody, codes, readOnly, marking, minutes, actions, goTo: inHand.goTo }
  const keys = useRegisterKeys({ ...hands, onNote: () => note.current?.focus() })
  return { ...hands, ...inHand, everybody, rows, mayMark, note, keys }
}

/** Where the register stands, in figures. */
export function countsOf({ codes, roles }: Register, rows: readonly RegisterRow[]) {
  const came = new Set(codes.filter((code) => code.attended).map((code) => code.code))
  return {
    all: rows.length,
    marked: rows.filter((row) => row.mark !== null).length,
    came: rows.filter((row) => came.has(row.mark?.code ?? '')).length,
    heads: roles.some((row) => row.counted !== null),
    families: rows.some((row) => hasFamily(row, rows)),
  }
}
