import { basename } from 'node:path'
import type { AppContract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/operation.ts'
import { USAGE_VERSION } from '../../shared/usage/figures.rules.ts'
import { usageWorkbook } from '../../shared/usage/usage-workbook.ts'
import type { Contexts, TaskContext } from '../context.ts'
import { saveWorkbook } from '../exports/save-file.ts'
import { changeFree } from '../exports/read-together.ts'
import { readSettings } from '../settings/settings.repository.ts'
import { readUsage } from './usage.service.ts'

type Asked = Parameters<typeof readUsage>[1]

export const usageHandlers = {
  report: ({ db, today }, asked) => readUsage(db, asked, today),
  workbook: (context, { grant, ...asked }) => makeWorkbook(context, asked, grant),
} satisfies Handlers<AppContract, Contexts>['usage']

/** Reads, lays out, and writes the whole file or none; that it was made is recorded before it is in its place. */
async function makeWorkbook(context: TaskContext, asked: Asked, grant: string) {
  const path = context.session.grants.take(grant, 'write')
  if (path === null)
    throw new AppError('FILE', 'Gather no longer knows where to save the workbook. Nothing was made. Choose the place again.') // prettier-ignore
  const { db, today, actor, now, localNow, version } = context
  const usage = await changeFree(db, () => readUsage(db, asked, today))
  const { serviceName, sample } = await readSettings(db)
  const made = { serviceName, sample, madeBy: actor.name, madeAt: now, madeAtLocal: localNow }
  const workbook = usageWorkbook(usage, { ...made, programVersion: version })
  await saveWorkbook(context, path, workbook, { kind: 'usage', asked, definitionsVersion: USAGE_VERSION })
  return { fileName: basename(path), rows: usage.rooms.length }
}
