import { localityId, measureId, programmeId, type MeasureId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { aliasId, insertLocality } from '../buildings/buildings.repository.ts'
import type { NewId } from '../context.ts'
import { toFlag } from '../flag.ts'
import { measureColumns } from '../outcomes/measures.repository.ts'
import { setMeasures } from '../programmes/programme-measures.repository.ts'
import { setSessions } from '../programmes/programme-sessions.repository.ts'
import { insertProgramme, programmeColumns } from '../programmes/programmes.repository.ts'
import { insertBankHolidays } from '../settings/calendar.repository.ts'
import { writeSetting } from '../settings/settings.repository.ts'
import type { Tx } from '../store.ts'
import { bankHolidays } from './reference/bank-holidays.ts'
import { localities } from './reference/localities.ts'
import { markCodes } from './reference/mark-codes.ts'
import { goalBasedOutcomes, measures } from './reference/measures.ts'
import { programmes } from './reference/programmes.ts'

export interface ReferenceOptions {
  readonly newId: NewId
  readonly sample: boolean
}

/**
 * What every county starts with: localities, bank holidays, marks, measures and the programme catalogue. No
 * buildings and no term dates: the real ones are not published, and invented ones would be taken for real.
 */
export async function insertReferenceData(tx: Tx, { newId, sample }: ReferenceOptions): Promise<void> {
  await writeSetting(tx, 'sample', sample ? 'yes' : 'no')
  await insertBankHolidays(
    tx,
    bankHolidays.map(([id, name]) => ({ id, name })),
  )
  await insertLocalities(tx, newId)
  await insertMarkCodes(tx)
  const goals = await insertMeasures(tx, newId)
  await insertProgrammes(tx, newId, goals)
}

/** A locality's own name stands among its other names, so that one look-up finds any of them. */
async function insertLocalities(tx: Tx, newId: NewId): Promise<void> {
  for (const { name, half, aliases } of localities) {
    const id = newId(localityId)
    const names = [...new Map([name, ...aliases].map((alias) => [fold(alias), alias]))]
    await insertLocality(
      tx,
      { id, name, half },
      names.map(([alias_key, alias]) => ({ id: newId(aliasId), locality_id: id, alias, alias_key })),
    )
  }
}

async function insertMarkCodes(tx: Tx): Promise<void> {
  const rows = markCodes.map(({ letter, label, attended, expected, contact, apology, minutes }, index) => ({
    id: letter,
    label,
    attended: toFlag(attended),
    expected: toFlag(expected),
    contact: toFlag(contact ?? false),
    apology: toFlag(apology ?? false),
    minutes: minutes ?? null,
    position: index + 1,
    retired: toFlag(false),
  }))
  await tx.insertInto('mark_code').values(rows).execute()
}

/** Answers the id of Goal-based outcomes. */
async function insertMeasures(tx: Tx, newId: NewId): Promise<MeasureId> {
  const goalsId = newId(measureId)
  const rows = measures.map((m) => ({
    ...measureColumns(m),
    id: m === goalBasedOutcomes ? goalsId : newId(measureId),
    retired: toFlag(false),
    version: 1,
  }))
  await tx.insertInto('measure').values(rows).execute()
  return goalsId
}

async function insertProgrammes(tx: Tx, newId: NewId, goalsId: MeasureId): Promise<void> {
  for (const { goals, sessions, ...programme } of programmes) {
    const id = newId(programmeId)
    await insertProgramme(tx, { id, ...programmeColumns(programme), retired: 0, version: 1 })
    await setSessions(tx, newId, id, sessions)
    if (goals) await setMeasures(tx, newId, id, [{ measureId: goalsId, timePoints: ['before', 'after'] }])
  }
}
