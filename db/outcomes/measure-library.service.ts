import { AppError } from '../../shared/errors.ts'
import type { LibraryMeasure } from '../../shared/outcomes/measures.contract.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { fold } from '../../shared/text.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { library } from '../county/reference/measures.ts'
import type { Db } from '../store.ts'
import { createMeasure } from './measures.service.ts'
import * as measures from './measures.repository.ts'

/** Every measure of the library, with the county's own of that name where there is one. */
export async function listLibrary(db: Db): Promise<LibraryMeasure[]> {
  const own = new Map((await measures.list(db)).toReversed().map((row) => [fold(row.name), row.id]))
  return library.map((one) => ({ ...one, measureId: own.get(fold(one.name)) ?? null }))
}

/** Takes a measure of the library into the county. From then on it is the county's, to change as it likes. */
export async function addFromLibrary(context: CommandContext, key: string): Promise<Measure> {
  const all = await listLibrary(context.tx)
  const { key: _key, family: _family, measureId, ...fields } = found(all.find((one) => one.key === key), 'measure of the library') // prettier-ignore
  if (measureId !== null)
    throw new AppError(
      'CONFLICT',
      `${fields.name} is among the measures already, so nothing was added. If it is retired, take it back into use there.`,
    )
  return createMeasure(context, fields)
}
