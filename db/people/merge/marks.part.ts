import { correctionId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { Db } from '../../store.ts'
import { bothNotes, question, removeRow, setRow, unasked, type Part, type Sides, type Step } from './step.ts'

/** The marks of registers: all are united, and where both have one in one register that is not the same, it is asked. */
export const marksPart: Part = async (db, { kept, gone }) => {
  const rows = await marksOf(db, [kept.id, gone.id])
  const own = new Map(rows.filter((row) => row.person_id === kept.id).map((row) => [row.session_id, row]))
  return rows
    .filter((row) => row.person_id === gone.id)
    .map((row): Step => {
      const same = own.get(row.session_id)
      return same
        ? oneOfTwo(same, row)
        : unasked(({ tx }) => setRow(tx, 'mark', row.id, { person_id: kept.id }))
    })
}

type Mark = Awaited<ReturnType<typeof marksOf>>[number]

const marksOf = (db: Db, ids: Sides['kept']['id'][]) =>
  db
    .selectFrom('mark')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where('mark.person_id', 'in', ids)
    .selectAll('mark')
    .select(['mark_code.label', 'programme_group.name as group_name'])
    .select(['session.starts_at', 'session.register_completed_at'])
    .orderBy('session.starts_at')
    .orderBy('mark.id')
    .execute()

/** Two marks in one register. What stays is the row of the record that is kept; what was said of either is never lost unasked. */
function oneOfTwo(kept: Mark, gone: Mark): Step {
  const different = kept.code !== gone.code || (kept.minutes !== gone.minutes && kept.minutes !== null && gone.minutes !== null) // prettier-ignore
  const about = `${gone.group_name}, ${longDate(gone.starts_at.slice(0, 10))}`
  const ask = different ? question(`mark ${kept.session_id}`, { about, kept: markWords(kept), gone: markWords(gone) }) : null // prettier-ignore
  return {
    ask,
    async carryOut(context, choice) {
      const { tx } = context
      const note = bothNotes(kept.note, gone.note)
      if (ask !== null && choice === 'gone') {
        const { code, minutes, marked_at, marked_by } = gone
        await setRow(tx, 'mark', kept.id, { code, minutes, marked_at, marked_by, note })
        if (kept.register_completed_at !== null && kept.code !== code)
          await tx
            .insertInto('mark_correction')
            .values({
              id: context.newId(correctionId),
              session_id: kept.session_id,
              person_id: kept.person_id,
              from_code: kept.code,
              to_code: code,
              reason: 'Two records were taken together.',
              at: context.now,
              by_user: context.actor.id,
            }) // prettier-ignore
            .execute()
      } else if (note !== kept.note || kept.minutes === null) {
        const minutes = kept.minutes ?? (ask === null ? gone.minutes : null)
        if (note !== kept.note || minutes !== kept.minutes)
          await setRow(tx, 'mark', kept.id, { note, minutes })
      }
      await removeRow(tx, 'mark', gone.id)
    },
  }
}

const markWords = ({ label, minutes, note }: Mark) =>
  [label, minutes === null ? null : `${minutes} minutes`, note].filter((words) => words !== null).join(', ')
