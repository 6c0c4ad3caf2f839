import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { useToday } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import type { Correction } from '../../../shared/registers/correcting.contract.ts'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { count } from '../../../shared/text.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import { AddToComplete } from './add-to-complete.tsx'
import { CorrectDialog, type ToCorrect } from './correct-dialog.tsx'
import classes from './corrections.module.css'

interface CorrectionsProps {
  readonly register: Register
  readonly inHand: RegisterRow | undefined
}

type Open = ToCorrect | 'somebody' | null

/** Under a complete register: putting a mark right, what was put right already, and how it stood on another day. */
export function Corrections({ register, inHand }: CorrectionsProps) {
  const { sessionId } = register
  const query = useQuery(ask('registers', 'corrections', { sessionId }))
  const [open, setOpen] = useState<Open>(null)
  if (query.data === undefined) return null
  const { corrections, mayCorrect, needsReason } = query.data
  const begin = (row: RegisterRow) =>
    setOpen({
      sessionId,
      personId: row.personId,
      name: row.name,
      session: sessionInWords({ number: register.sessionNumber, startsAt: register.startsAt }),
      mark: row.mark,
      code: null,
      walkIn: row.walkIn,
      needsReason,
    })
  return (
    <section className={classes.section} aria-label="Corrections">
      <Group gap="sm" align="flex-end">
        {mayCorrect && inHand !== undefined && (
          <Button variant="default" onClick={() => begin(inHand)}>
            Correct this mark<span className="sr-only"> of {inHand.name}</span>
          </Button>
        )}
        {mayCorrect && (
          <Button variant="default" onClick={() => setOpen('somebody')}>
            Add somebody who came
          </Button>
        )}
        <AsItStood register={register} />
      </Group>
      {corrections.length > 0 && <Made corrections={corrections} codes={register.codes} />}
      {open === 'somebody' && (
        <AddToComplete
          register={register}
          needsReason={needsReason}
          onClose={() => setOpen(null)}
          onChosen={setOpen}
        />
      )}
      {open !== null && open !== 'somebody' && (
        <CorrectDialog asked={open} codes={register.codes} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

/** Leads to the register of the end of another day. */
function AsItStood({ register }: { register: Register }) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(null)
  const show = () => on !== null && go(`/registers/${register.sessionId}/as-at/${on > today ? today : on}`)
  return (
    <form
      className={classes.past}
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      <DateField label="As it stood on" value={on} onChange={setOn} yearless="gone-by" />
      <Button type="submit" variant="default" disabled={on === null}>
        Show it
      </Button>
    </form>
  )
}

function Made({ corrections, codes }: { corrections: readonly Correction[]; codes: readonly MarkCode[] }) {
  return (
    <details className={classes.made} open>
      <summary>{count(corrections.length, 'correction')} since it was complete</summary>
      <ul>
        {corrections.map((one) => {
          const at = civilNow(new Date(one.at))
          return (
            <li key={one.id}>
              <strong>{one.name}</strong>: {whatChanged(one, codes)}
              <span className={classes.quiet}>
                {' '}
                {one.by}, {longDate(at)} at {clockTime(at)}
                {one.reason !== null && `: ${one.reason}`}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function whatChanged({ from, to }: Correction, codes: readonly MarkCode[]): string {
  const label = (code: string | null) => codes.find((one) => one.code === code)?.label ?? code
  if (from === to) return `minutes or note of ${label(to)} changed.`
  if (from === null) return `added, ${label(to)}.`
  return to === null ? `taken off, was ${label(from)}.` : `${label(from)} became ${label(to)}.`
}
