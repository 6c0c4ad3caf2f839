import type { z } from 'zod'
import type { Training, trainingContract } from '../../shared/staff/training.contract.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { list as listProgrammes } from '../programmes/programmes.repository.ts'
import { findById } from './staff.repository.ts'
import * as training from './training.repository.ts'

type Input = z.output<typeof trainingContract.setTraining.input>

/** Training in a programme that has since retired stays on the record. */
export async function setTraining(context: CommandContext, input: Input): Promise<Training[]> {
  const { tx, newId, today } = context
  found(await findById(tx, input.staffId), 'member of staff')
  const known = new Set((await listProgrammes(tx, { includeRetired: true, today })).map((one) => one.id))
  found(input.training.every((one) => known.has(one.programmeId)) || undefined, 'programme')
  await training.setTraining(tx, newId, input.staffId, input.training)
  return training.listTraining(tx, { staffIds: [input.staffId] })
}
