import type { RecordSection } from '../../../shared/exports/record.contract.ts'
import type { RecordPart } from '../../../shared/exports/record.rules.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../store.ts'

/** Whose record, and whether what it says of the groups of sensitive programmes is left out. */
export interface Of {
  readonly id: PersonId
  readonly openGroupsOnly: boolean
}
type Columns = RecordSection['columns']

/** One part of a record: its columns, and how its rows are read. */
export interface PartReader {
  readonly part: RecordPart
  readonly columns: Columns
  readonly rows: (db: Db, of: Of) => Promise<RecordSection['rows']>
}

const ofKind = (kind: Columns[number]['kind']) => (heading: string) => ({ heading, kind })
export const textOf = ofKind('text')
export const dateOf = ofKind('date')
export const momentOf = ofKind('moment')
export const numberOf = ofKind('number')
