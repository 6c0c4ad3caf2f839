import type { Selectable } from 'kysely'
import { consentKinds, consentLabels } from '../../../shared/people/consents.rules.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { ConsentTable } from '../people.table.ts'
import { question, removeRow, setRow, type Part, type Step } from './step.ts'

type Consent = Selectable<ConsentTable>

/**
 * The dated histories of consents as one: the last line on or before a day holds, whoever's record it came from. Where
 * the two say yes and no on one day, it is asked which of them is the last of that day.
 */
export const consentsPart: Part = async (db, { kept, gone }) => {
  const rows = await db
    .selectFrom('consent')
    .where('person_id', 'in', [kept.id, gone.id])
    .selectAll()
    .orderBy('kind')
    .orderBy('on_date')
    .orderBy('step')
    .execute()
  const days = Map.groupBy(rows, (row) => `${row.kind} ${row.on_date}`)
  return [...days.values()].flatMap((day): Step[] => {
    const theirs = day.filter((row) => row.person_id === gone.id)
    return theirs.length === 0 ? [] : [oneDay(day.filter((row) => row.person_id === kept.id), theirs)] // prettier-ignore
  })

  function oneDay(mine: readonly Consent[], theirs: readonly Consent[]): Step {
    const [last, theirLast] = [mine.at(-1), theirs.at(-1)]
    const differ = last && theirLast && last.answer !== theirLast.answer
    const about = theirLast ? `Consent: ${labelOf(theirLast.kind)}, ${longDate(theirLast.on_date)}` : ''
    return {
      ask: differ ? question(`consent ${last.kind} ${last.on_date}`, { about, kept: words(last), gone: words(theirLast) }) : null, // prettier-ignore
      async carryOut({ tx }, choice) {
        const fresh = theirs.filter((row) => !mine.some((own) => isSame(own, row)))
        for (const row of theirs) if (!fresh.includes(row)) await removeRow(tx, 'consent', row.id)
        const ordered = differ && choice === 'gone' ? [...mine, ...fresh] : [...fresh, ...mine]
        const steps = new Map(ordered.map((row, i) => [row.id, i + 1]))
        // From the last back, so that two lines of a day are never at one step.
        for (const row of mine.toReversed())
          if (steps.get(row.id) !== row.step)
            await setRow(tx, 'consent', row.id, { step: steps.get(row.id) ?? row.step })
        for (const row of fresh)
          await setRow(tx, 'consent', row.id, { person_id: kept.id, step: steps.get(row.id) ?? row.step })
      },
    }
  }
}

const isSame = (a: Consent, b: Consent) =>
  a.answer === b.answer && a.given_by === b.given_by && a.until_date === b.until_date

const labelOf = (kind: string) => {
  const known = consentKinds.find((one) => one === kind)
  return known ? consentLabels[known] : kind
}

const words = ({ answer, given_by }: Consent) => `${answer === 'yes' ? 'Yes' : 'No'}, given by ${given_by}`
