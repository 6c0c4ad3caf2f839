import type { KeyboardEvent } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { markProblem } from '../../../shared/registers/registers.rules.ts'
import { familyToMark } from './families.ts'
import { registerAction, rowAction, type RowAction } from './register-keys.ts'
import type { Marking } from './use-marking.ts'
import type { useMinutes } from './use-minutes.ts'
import type { useRegisterActions } from './use-register-actions.ts'

interface Hands {
  readonly register: Register
  /** Everybody on the sheet, top to bottom as it is drawn. */
  readonly rows: readonly RegisterRow[]
  readonly codes: readonly MarkCode[]
  readonly readOnly: boolean
  readonly marking: Marking
  readonly minutes: ReturnType<typeof useMinutes>
  readonly actions: ReturnType<typeof useRegisterActions>
  readonly goTo: (personId: PersonId | undefined) => void
  readonly onNote: () => void
}

/** Keys typed into a field, in a panel beside or in a dialog are no marks. */
const isElsewhere = (target: EventTarget) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [data-side-panel], [role="dialog"]') !== null

/** What the keys do: those of a row, and those of the whole register. */
export function useRegisterKeys(hands: Hands) {
  const { register, rows, codes, readOnly, marking, minutes, actions, goTo, onNote } = hands
  const neighbour = (row: RegisterRow, step: number) => {
    const at = rows.findIndex((one) => one.personId === row.personId) + step
    return rows[Math.min(Math.max(at, 0), rows.length - 1)]?.personId
  }
  const mayGive = (code: string) => markProblem(register.state, register.startsAt, code) === null
  const give = (row: RegisterRow, code: string) => {
    if (!mayGive(code)) return
    marking.give([row], { code })
    minutes.follow(row, code)
    goTo(neighbour(row, 1))
  }
  const giveFamily = (row: RegisterRow, code: string) => {
    if (!mayGive(code)) return
    minutes.follow(null)
    const family = familyToMark(row, rows, marking.unsaved)
    marking.give(family, { code })
    const done = new Set(family.map((one) => one.personId))
    const below = rows.slice(rows.findIndex((one) => one.personId === row.personId) + 1)
    goTo(below.find((one) => !done.has(one.personId))?.personId ?? row.personId)
  }
  const move = (row: RegisterRow, to: 'up' | 'down' | 'first' | 'last') => {
    minutes.follow(null)
    if (to === 'first') goTo(rows[0]?.personId)
    else if (to === 'last') goTo(rows.at(-1)?.personId)
    else goTo(neighbour(row, to === 'down' ? 1 : -1))
  }
  const write = (row: RegisterRow, action: RowAction) => {
    if (action.kind === 'give') give(row, action.code)
    else if (action.kind === 'give-family') giveFamily(row, action.code)
    else if (action.kind === 'digit') minutes.digit(action.digit, row)
    else if (action.kind === 'note') onNote()
    else if (action.kind === 'clear' && !minutes.drop()) marking.give([row], { code: null })
  }
  const pressRow = (event: KeyboardEvent<HTMLElement>, row: RegisterRow) => {
    const action = rowAction(event, codes)
    // The letters of a walk-in's name must never be taken for marks.
    if (action === null || actions.walkIn.opened) return
    event.preventDefault()
    // Any other key says that the minutes are whole.
    if (!['digit', 'nothing', 'clear'].includes(action.kind)) minutes.finish()
    if (action.kind === 'move') move(row, action.to)
    else if (!readOnly) write(row, action)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const action = isElsewhere(event.target) || actions.walkIn.opened ? null : registerAction(event)
    if (action === null || event.defaultPrevented) return
    event.preventDefault()
    // The program's own Ctrl+Z would not wait for the marks still being saved.
    event.stopPropagation()
    minutes.finish()
    minutes.follow(null)
    if (action === 'undo') actions.undo()
    else if (action === 'families') actions.families()
    else if (action === 'record') actions.record.open()
    else if (action === 'delivered') actions.delivered()
    else if (readOnly) return
    else if (action === 'walk-in') actions.walkIn.open()
    else actions[action]()
  }
  return { give, pressRow, press }
}
