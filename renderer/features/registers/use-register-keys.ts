import type { KeyboardEvent } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { markProblem } from '../../../shared/registers/registers.rules.ts'
import { registerAction, rowAction } from './register-keys.ts'
import type { Marking } from './use-marking.ts'
import type { useRegisterActions } from './use-register-actions.ts'

interface Hands {
  readonly register: Register
  readonly codes: readonly MarkCode[]
  readonly readOnly: boolean
  readonly marking: Marking
  readonly actions: ReturnType<typeof useRegisterActions>
  readonly goTo: (personId: PersonId | undefined) => void
}

/** What the keys do: those of a row, and those of the whole register. */
export function useRegisterKeys({ register, codes, readOnly, marking, actions, goTo }: Hands) {
  const { rows } = register
  const neighbour = (row: RegisterRow, step: number) =>
    rows[Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1)]?.personId
  const give = (row: RegisterRow, code: string) => {
    marking.give(row, code)
    goTo(neighbour(row, 1))
  }
  const move = (row: RegisterRow, to: 'up' | 'down' | 'first' | 'last') => {
    if (to === 'first') goTo(rows[0]?.personId)
    else if (to === 'last') goTo(rows.at(-1)?.personId)
    else goTo(neighbour(row, to === 'down' ? 1 : -1))
  }
  const pressRow = (event: KeyboardEvent<HTMLElement>, row: RegisterRow) => {
    const action = rowAction(event, codes)
    // The letters of a walk-in's name must never be taken for marks.
    if (action === null || actions.walkIn.opened) return
    event.preventDefault()
    if (action.kind === 'move') move(row, action.to)
    else if (readOnly) return
    else if (action.kind === 'clear') marking.give(row, null)
    else if (markProblem(register.state, register.startsAt, action.code) === null) give(row, action.code)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const typing = event.target instanceof HTMLInputElement
    const action = typing || actions.walkIn.opened ? null : registerAction(event)
    if (action === null || event.defaultPrevented) return
    event.preventDefault()
    // The program's own Ctrl+Z would not wait for the marks still being saved.
    event.stopPropagation()
    if (action === 'undo') actions.undo()
    else if (readOnly) return
    else if (action === 'walk-in') actions.walkIn.open()
    else actions[action]()
  }
  return { give, pressRow, press }
}
