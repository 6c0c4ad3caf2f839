import { AppError } from '../../shared/errors.ts'
import { programmeId, type MeasureId, type ProgrammeId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { ProgrammeFields } from './programmes.repository.ts'
import * as programmes from './programmes.repository.ts'

type ProgrammeChange = ProgrammeFields & Pick<Programme, 'id' | 'retired' | 'version'>

export async function createProgramme(context: CommandContext, fields: ProgrammeFields): Promise<Programme> {
  await refuseTakenName(context, fields.name, null)
  const id = context.newId(programmeId)
  await programmes.insertProgramme(context.tx, {
    id,
    ...programmes.programmeColumns(fields),
    retired: 0,
    version: 1,
  })
  await setMeasures(context, id, fields.measureIds)
  return read(context, id)
}

/** A programme no longer run is retired: its groups keep it. */
export async function updateProgramme(
  context: CommandContext,
  { id, version, retired, ...fields }: ProgrammeChange,
): Promise<Programme> {
  found(await programmes.findById(context.tx, id), 'programme')
  if (!retired) await refuseTakenName(context, fields.name, id)
  const change = { ...programmes.programmeColumns(fields), retired: toFlag(retired) }
  if (!(await programmes.updateProgramme(context.tx, id, version, change))) throw changedSince('programme')
  await setMeasures(context, id, fields.measureIds)
  return read(context, id)
}

async function refuseTakenName(
  { tx }: CommandContext,
  name: string,
  except: ProgrammeId | null,
): Promise<void> {
  const inUse = await programmes.list(tx, { includeRetired: false })
  const taken = inUse.find((p) => p.id !== except && fold(p.name) === fold(name))
  if (taken)
    throw new AppError('CONFLICT', `There is already a programme called ${taken.name}. Nothing was saved. Use another name.`) // prettier-ignore
}

async function setMeasures(
  { tx, newId }: CommandContext,
  id: ProgrammeId,
  measureIds: readonly MeasureId[],
): Promise<void> {
  const known = await programmes.findKnownMeasures(tx, measureIds)
  found(measureIds.every((measure) => known.has(measure)) || undefined, 'measure')
  await programmes.setMeasures(tx, newId, id, measureIds)
}

async function read({ tx }: CommandContext, id: ProgrammeId): Promise<Programme> {
  const row = found(await programmes.findById(tx, id), 'programme')
  return programmes.toProgramme(row, await programmes.findMeasureIds(tx, id))
}
