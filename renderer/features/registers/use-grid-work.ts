import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { GridPlan, Place } from '../../../shared/registers/grid-block.rules.ts'
import { planFill, planPaste, planSet } from '../../../shared/registers/grid-block.rules.ts'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import { count } from '../../../shared/text.ts'
import type { ToCorrect } from './correct-dialog.tsx'
import type { Pasted } from './grid-paste-dialog.tsx'
import type { GridCursor } from './use-grid-cursor.ts'
import type { GridMarking } from './use-grid-marking.ts'

/** What a plan did, in words, with how it is taken back. */
function doneWords(plan: GridPlan): string {
  const over = plan.replaced + plan.cleared
  const had = over > 0 && plan.changes.length > 1 ? `, ${over} of which said something else before` : ''
  return `${count(plan.changes.length, 'mark')} saved${had}. Ctrl + Z undoes it`
}

/** Carries a plan out, or says why not. Answers whether nothing stood against it. */
function carryOut(marking: GridMarking, plan: GridPlan): boolean {
  const [problem] = plan.problems
  if (problem !== undefined) marking.say(`${problem} Nothing was changed.`, true)
  else if (plan.changes.length === 0) marking.say('Nothing to change')
  else marking.write(plan.changes, doneWords(plan))
  return problem === undefined
}

/** What can be done to what is chosen, and the dialogs that some of it opens. */
export function useGridWork(marking: GridMarking, cursor: GridCursor) {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [correcting, setCorrecting] = useState<ToCorrect | null>(null)
  const grid = marking.shown
  const { block, head, single } = cursor
  const plan = (what: GridPlan) => carryOut(marking, what)

  /** Opens the correction of the cell in hand, or says why not; false where its register is open. */
  const correct = (code: string | null): boolean => {
    const asked = toCorrect(marking, head, code)
    if (asked === 'refused')
      marking.say('This register is complete. Those who lead the group, and managers, can correct it.', true)
    else if (asked !== 'open') setCorrecting(asked)
    return asked !== 'open'
  }
  const give = (code: string | null) => {
    if (single && correct(code)) return
    const written = plan(planSet(grid, block, code))
    const below = { row: head.row + 1, column: head.column }
    if (written && single && code !== null && below.row < grid.people.length) cursor.goTo(below)
  }
  /** At once where it only fills blanks; with a look at it first where a mark would be another, or stay unseen. */
  const paste = (text: string) => {
    const what = planPaste(grid, block, text, { blanks: 'leave' })
    if (what.problems.length > 0 || what.replaced > 0 || what.kept > 0) setPasted({ text, chosen: block })
    else plan(what)
  }
  return {
    pasted,
    correcting,
    plan,
    give,
    paste,
    fill: (way: 'down' | 'right') => plan(planFill(grid, block, way)),
    correct: () => {
      if (!correct(null)) marking.say('This register is open: type a letter')
    },
    closeDialogs: () => {
      // Closed before the focus comes back: while it is open a dialog keeps it.
      flushSync(() => {
        setPasted(null)
        setCorrecting(null)
      })
      cursor.comeBack()
    },
  }
}
export type GridWork = ReturnType<typeof useGridWork>

/** The correction of one cell, or why there is none: its register is open, or not theirs to correct. */
function toCorrect({ shown }: GridMarking, { row, column }: Place, code: string | null) {
  const [session, person] = [shown.sessions[column], shown.people[row]]
  const cell = person?.cells[column]
  if (session?.state !== 'complete' || person === undefined || cell === undefined) return 'open'
  if (!session.mayCorrect) return 'refused'
  const { code: is, minutes, note } = cell
  return {
    sessionId: session.sessionId,
    personId: person.personId,
    name: person.name,
    session: sessionInWords(session),
    mark: is === null ? null : { code: is, minutes, note },
    code,
    walkIn: cell.place === 'walk-in',
    needsReason: session.needsReason,
  }
}
