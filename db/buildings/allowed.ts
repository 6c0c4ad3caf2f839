import { AppError } from '../../shared/errors.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { mayCloseAt, type Half } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { findById, type BuildingRow } from './buildings.repository.ts'

const other: Readonly<Record<Half, Half>> = { east: 'west', west: 'east' }

/** The building, if it is this person's to look after: a facilities officer's are those of one half of the county. */
export async function findOwn(context: CommandContext, id: BuildingId): Promise<BuildingRow> {
  const building = found(await findById(context.tx, id), 'building')
  refuseElsewhere(context, building)
  return building
}

/** Refuses (NOT_ALLOWED) what is done to a building of the other half. */
function refuseElsewhere(
  { actor }: CommandContext,
  building: Pick<BuildingRow, 'id' | 'name' | 'half'>,
): void {
  const { id, name, half } = building
  if (mayCloseAt(actor, { buildingId: id, half })) return
  const where =
    half === null ? '' : ` is in the ${half} of the county, and you look after the ${other[half]}. It`
  throw new AppError('NOT_ALLOWED', `${name}${where} is not yours to change. Nothing was saved. Ask whoever looks after it, or a manager.`) // prettier-ignore
}
