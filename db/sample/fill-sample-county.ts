import type { Actor, NewId } from '../context.ts'
import type { Tx } from '../store.ts'
import { writeFeedback } from './feedback.ts'
import { inventCounty } from './invent-county.ts'
import { sampleSizes } from './invented.ts'
import { readReference } from './reference.ts'
import { writeStars } from './stars.ts'
import {
  insertAll,
  writeClosures,
  writeGroups,
  writeInDepth,
  writePlacesAndPeople,
  writeRecord,
  writeRegisters,
} from './write-county.ts'
import { writeWeeklyCounts } from './weekly-counts.ts'

export interface SampleOptions {
  readonly actor: Actor
  /** The county is made as it would stand on this day. */
  readonly today: string
  readonly newId: NewId
}

/** Fills a new county, which has its reference data, with invented buildings, people and groups. */
export async function fillSampleCounty(tx: Tx, { actor, today, newId }: SampleOptions): Promise<void> {
  const reference = await readReference(tx)
  if (reference === null) return
  const county = inventCounty({ sizes: sampleSizes, actor, today, newId, reference })
  await writePlacesAndPeople(tx, county)
  await writeInDepth(tx, county)
  await writeGroups(tx, county.groups)
  await writeRegisters(tx, county.groups)
  await writeStars(tx, { today, newId })
  await writeFeedback(tx, { today, newId })
  await writeRecord(tx, county)
  await insertAll(tx, 'booking', county.otherBookings)
  await writeClosures(tx, county.closures)
  await insertAll(tx, 'contact', county.contacts)
  await writeWeeklyCounts(tx, { actor, today, newId })
}
