import type { Selectable } from 'kysely'
import type { MeasureId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import type { Tables } from '../tables.ts'

type Found<T extends keyof Tables> = Selectable<Tables[T]>

/** What the county holds already, which the invented part is built on. */
export interface Reference {
  readonly localities: readonly Found<'locality'>[]
  readonly programmes: readonly (Found<'programme'> & { readonly measureIds: readonly MeasureId[] })[]
  readonly measures: readonly Found<'measure'>[]
  readonly marks: Marks
  /** Name by date. */
  readonly bankHolidays: ReadonlyMap<string, string>
}

/** The letters to mark with. */
export interface Marks {
  readonly present: string
  readonly late: string
  readonly apologies: string
  readonly absent: string
}

/** Reads what is there. A county without mark codes gets no marks, and one without programmes no groups. */
export async function readReference(db: Db): Promise<Reference | null> {
  const localities = await db.selectFrom('locality').selectAll().orderBy('id').execute()
  const programmes = await db.selectFrom('programme').selectAll().orderBy('id').execute()
  const links = await db.selectFrom('programme_measure').selectAll().orderBy('id').execute()
  const measures = await db.selectFrom('measure').selectAll().orderBy('id').execute()
  const holidays = await db.selectFrom('bank_holiday').selectAll().execute()
  const codes = await db.selectFrom('mark_code').selectAll().orderBy('position').execute()
  const marks = marksOf(codes)
  if (marks === null) return null
  const measureIdsOf = (id: string) => links.filter((l) => l.programme_id === id).map((l) => l.measure_id)
  return {
    localities,
    programmes: programmes.map((programme) => ({ ...programme, measureIds: measureIdsOf(programme.id) })),
    measures,
    marks,
    bankHolidays: new Map(holidays.map(({ id, name }) => [id, name])),
  }
}

/** By what the letters count as, because their labels can be changed. */
function marksOf(codes: readonly Found<'mark_code'>[]): Marks | null {
  const came = codes.filter((code) => code.attended === 1)
  const stayedAway = codes.filter((code) => code.attended === 0 && code.expected === 1)
  const [present, late = present] = came
  const [apologies, absent = apologies] = stayedAway
  if (!present || !late || !apologies || !absent) return null
  return { present: present.id, late: late.id, apologies: apologies.id, absent: absent.id }
}
