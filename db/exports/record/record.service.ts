import { basename } from 'node:path'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { PersonRecord, RecordAsked } from '../../../shared/exports/record.contract.ts'
import { neverNamed, recordPartNames } from '../../../shared/exports/record.rules.ts'
import { recordWorkbook } from '../../../shared/exports/record-workbook.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import { found } from '../../changed.ts'
import type { QueryContext, TaskContext } from '../../context.ts'
import { findById } from '../../people/people.repository.ts'
import { readSettings } from '../../settings/settings.repository.ts'
import { saveWorkbook } from '../save-file.ts'
import { changeFree } from '../read-together.ts'
import { takeGrant } from '../take-grant.ts'
import { partsAboutThem as about } from './about-them.ts'
import { partsOfWhatTheyDid as did } from './what-they-did.ts'
import type { PartReader } from './reader.ts'

/** In the order of recordParts. */
const readers: readonly PartReader[] = [
  about.details,
  about.reaching,
  about.adults,
  about.references,
  about.consents,
  did.groups,
  did.attendance,
  did.goals,
  did.outcomes,
  did.contacts,
  about.alerts,
  about.keptApart,
]

/** Everything kept about a person but what is left out. NOT_FOUND for one who was merged into another: that one has it all. */
export async function personRecord(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  { personId, askedBy, leaveOut }: RecordAsked,
): Promise<PersonRecord> {
  const person = found(await findById(db, personId), 'person')
  const gone = new Set<string>(leaveOut.map((one) => one.part))
  const of = { id: personId, openGroupsOnly: gone.has('sensitive-groups') }
  const sections = []
  for (const { part, columns, rows } of readers.filter((one) => !gone.has(one.part)))
    sections.push({ part, title: recordPartNames[part], columns: [...columns], rows: await rows(db, of) })
  return {
    name: displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as }),
    on: today,
    askedBy,
    sections,
    leftOut: leaveOut
      .filter(({ part }) => !neverNamed.includes(part))
      .map(({ part, reason }) => ({ title: recordPartNames[part], reason })),
  }
}

/** The record as a workbook; in the trail stand the person's id, what was left out and the number of rows. */
export async function makeRecordFile(context: TaskContext, asked: RecordAsked, grant: string) {
  const path = takeGrant(context, grant)
  const { serviceName, sample } = await readSettings(context.db)
  const record = await changeFree(context.db, () => personRecord(context, asked))
  const rows = record.sections.reduce((all, section) => all + section.rows.length, 0)
  const made = { serviceName, sample, madeBy: context.actor.name, madeAt: context.now, madeAtLocal: context.localNow, programVersion: context.version } // prettier-ignore
  const leftOut = asked.leaveOut.map((one) => one.part)
  await saveWorkbook(context, path, recordWorkbook(record, made, CLASSIFICATION), {
    kind: 'person',
    asked: { personId: asked.personId, askedBy: asked.askedBy, leftOut, rows },
    definitionsVersion: 1,
  })
  return { fileName: basename(path), rows }
}
