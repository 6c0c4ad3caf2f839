import { sql } from 'kysely'
import type { UserId } from '../../shared/ids.ts'
import { emptySentence } from '../../shared/rooms/sentence.rules.ts'
import { sentenceInWords } from '../../shared/rooms/sentence-words.rules.ts'
import { ruleAgain } from '../../shared/series/again.rules.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { toRule } from '../series/series.repository.ts'
import { listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'

/** A run of bookings that ends soon: when it is last, a local date-time, and the search that would carry it on. */
export interface EndingRun {
  readonly title: string
  readonly roomName: string
  readonly lastStart: string
  /** As the search on Rooms reads it. */
  readonly sentence: string
}

/**
 * Weekly runs that this person booked and that end between two local dates, both included, the first to end first. One
 * that is followed, by a later run of the same title in the same room, is left out.
 */
export async function listEndingRuns(db: Db, by: UserId, from: string, to: string): Promise<EndingRun[]> {
  const rows = await runs(db, by, from, to).execute()
  const terms = rows.length === 0 ? [] : (await listTerms(db)).map(toTerm)
  return rows.flatMap((row) => {
    const rule = toRule(row.rule)
    if (rule.repeats.kind !== 'weeks') return []
    const next = ruleAgain({ rule, lastDate: dateOf(row.last_start), delivered: row.times }, terms, from)
    const sentence = {
      ...emptySentence,
      people: row.people,
      weekdays: rule.repeats.weekdays,
      from: rule.startTime,
      to: rule.endTime,
      length: { kind: 'times', times: row.times, every: rule.repeats.every } as const,
      date: next.firstDate,
      termTime: rule.school === 'term',
    }
    return [
      {
        title: row.title,
        roomName: row.room_name,
        lastStart: row.last_start,
        sentence: sentenceInWords(sentence, from),
      },
    ]
  })
}

function runs(db: Db, by: UserId, from: string, to: string) {
  const coming = db
    .selectFrom('booking')
    .select('series_id')
    .where('held_from', '>=', from)
    .where('series_id', 'is not', null)
    .where('booked_by', '=', by)
  const last = db
    .selectFrom('booking')
    .where('series_id', 'in', coming)
    .where('lead_id', 'is', null)
    .where('status', '=', 'confirmed')
    .groupBy('series_id')
    .having(sql`max(starts_at)`, '>=', from)
    .having(sql`max(starts_at)`, '<', addDays(to, 1))
    .select(['series_id', sql<string>`max(starts_at)`.as('last_start'), sql<number>`count(*)`.as('times')])
  return db
    .selectFrom(last.as('last'))
    .innerJoin('series', 'series.id', 'last.series_id')
    .innerJoin('booking', (join) =>
      join
        .onRef('booking.series_id', '=', 'last.series_id')
        .onRef('booking.starts_at', '=', 'last.last_start')
        .on('booking.lead_id', 'is', null)
        .on('booking.status', '=', 'confirmed'),
    )
    .innerJoin('room', 'room.id', 'booking.room_id')
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM booking AS later WHERE later.room_id = booking.room_id
        AND later.held_from > booking.held_from AND later.title = booking.title AND later.status = 'confirmed'
        AND later.series_id IS NOT booking.series_id)`,
    )
    .select(['series.rule', 'booking.title', 'booking.people', 'room.name as room_name'])
    .select(['last.last_start', 'last.times'])
    .orderBy('last.last_start')
    .orderBy('booking.id')
}
