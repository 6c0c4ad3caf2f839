import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { programmeId, type ProgrammeId } from '../../shared/ids.ts'
import type { Programme, programmesContract } from '../../shared/programmes/programmes.contract.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { contentOf, insertEdition } from './editions.repository.ts'
import * as measures from './programme-measures.repository.ts'
import { setSessions } from './programme-sessions.repository.ts'
import * as programmes from './programmes.repository.ts'

type Fields = z.output<typeof programmesContract.create.input>
type Change = z.output<typeof programmesContract.update.input>

export async function createProgramme(context: CommandContext, fields: Fields): Promise<Programme> {
  await refuseTakenName(context, fields.name, null)
  const id = context.newId(programmeId)
  await programmes.insertProgramme(context.tx, {
    id,
    ...programmes.programmeColumns(fields),
    retired: 0,
    version: 1,
  })
  await setBeside(context, id, fields)
  return read(context, id)
}

/** A programme no longer run is retired: its groups keep it. How it stood is kept, if anything is another. */
export async function updateProgramme(context: CommandContext, change: Change): Promise<Programme> {
  const { tx, newId, today } = context
  const { id, version, retired, ...fields } = change
  const before = found(await programmes.find(tx, id), 'programme')
  if (!retired) await refuseTakenName(context, fields.name, id)
  refuseOthersSessions(before, fields)
  const columns = { ...programmes.programmeColumns(fields), retired: toFlag(retired) }
  if (!(await programmes.updateProgramme(tx, id, version, columns))) throw changedSince('programme')
  await setBeside(context, id, fields)
  const after = await read(context, id)
  if (JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(after))) return after
  await insertEdition(tx, newId, before, today)
  await programmes.setEdition(tx, id, before.edition + 1)
  return read(context, id)
}

/** Of a session that belongs to another programme, or was retired, the id is not known here. */
function refuseOthersSessions({ sessions }: Programme, { sessions: wanted }: Fields): void {
  const known = new Set(sessions.map((one) => one.id))
  const named = wanted.flatMap((one) => one.id ?? [])
  found((named.every((id) => known.has(id)) && new Set(named).size === named.length) || undefined, 'session')
}

async function refuseTakenName(
  { tx, today }: CommandContext,
  name: string,
  except: ProgrammeId | null,
): Promise<void> {
  const inUse = await programmes.list(tx, { includeRetired: false, today })
  const taken = inUse.find((p) => p.id !== except && fold(p.name) === fold(name))
  if (taken)
    throw new AppError('CONFLICT', `There is already a programme called ${taken.name}. Nothing was saved. Use another name.`) // prettier-ignore
}

async function setBeside({ tx, newId }: CommandContext, id: ProgrammeId, fields: Fields): Promise<void> {
  const known = await measures.findKnownMeasures(tx, fields.measures.map((one) => one.measureId)) // prettier-ignore
  found(fields.measures.every((one) => known.has(one.measureId)) || undefined, 'measure')
  await measures.setMeasures(tx, newId, id, fields.measures)
  await setSessions(tx, newId, id, fields.sessions)
  await setLink(tx, id, fields.linkedProgrammeId)
}

async function setLink(tx: CommandContext['tx'], id: ProgrammeId, other: ProgrammeId | null): Promise<void> {
  if (other !== null) found(await programmes.findById(tx, other), 'programme')
  if (other === id)
    throw new AppError('INVALID_INPUT', 'A programme cannot be linked to itself. Nothing was saved. Choose another.', { fields: { linkedProgrammeId: 'Choose another programme.' } }) // prettier-ignore
  await programmes.link(tx, id, other)
}

async function read({ tx }: CommandContext, id: ProgrammeId): Promise<Programme> {
  return found(await programmes.find(tx, id), 'programme')
}
