import { basename } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { BaselineSheet } from '../../shared/exports/coming-back.rules.ts'
import { workbookBaseline } from '../../shared/exports/workbook-baseline.ts'
import { fileMadeId, type FileMadeId, type GroupId } from '../../shared/ids.ts'
import { compareSheet, type CameBackSheet } from '../../shared/imports/compare.rules.ts'
import type { comparingOperations, Comparison, Difference } from '../../shared/imports/comparing.contract.ts'
import { withRules, type Rules } from '../../shared/imports/workbook-checks.rules.ts'
import { mayUse } from '../../shared/permissions.ts'
import { found } from '../changed.ts'
import type { TaskContext } from '../context.ts'
import { readWorkbookRows } from '../exports/read-workbook.ts'
import { findGroupTitles } from '../exports/workbook-data.repository.ts'
import { findWorkbook } from '../exports/workbook-made.repository.ts'
import { changeFree } from '../exports/read-together.ts'
import { readKeyedSheets, type KeyedSheet } from './keyed-sheets.ts'
import { readBytes, refuseOther } from './read-list.ts'

type Asked = z.output<typeof comparingOperations.compareWorkbook.input>
const unusable = (message: string) => new AppError('FILE', message)

/** Holds a workbook that came back against what left and what stands now. Saves nothing. */
export async function compareWorkbook(context: TaskContext, { groupId, grant }: Asked): Promise<Comparison> {
  const path = context.session.grants.take(grant, 'read')
  if (path === null) throw unusable('Choose the file again.')
  const group = found(await findGroupTitles(context.db, groupId), 'group')
  const sheets = await readSheets(path)
  const { fileId, made, said } = await whatLeft(context, groupId, sheets)
  const { now, rules } = await changeFree(context.db, () => readNow(context, groupId))
  const used = usable(sheets.filter((one) => one.fileId === fileId))
  const reading = {
    letters: rules.grid.codes.filter((one) => !one.retired).map((one) => one.code),
    today: context.today,
  }
  const results = made.baseline.filter((left) => isTheirs(left, rules)).map((left) =>
    compareSheet(left, used.sheets.get(left.sheet), now.find((one) => one.sheet === left.sheet), reading),
  ) // prettier-ignore
  const differences = results.flatMap((one) => one.differences).map((one) => withRules(one, rules))
  return {
    fileName: basename(path),
    fileId,
    groupName: group.name,
    madeAt: made.madeAt,
    madeBy: made.madeBy,
    differences: inOrder(differences),
    bothSame: total(results.map((one) => one.bothSame)),
    compared: total(results.map((one) => one.compared)),
    said: [...said, ...used.said, ...results.flatMap((one) => one.said)],
  }
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** Whoever does not see outcomes is shown none, not even as they were. */
const isTheirs = ({ sheet }: BaselineSheet, rules: Rules) => sheet === 'register' || rules.mayEditOutcomes

/** Those to be decided first, and among them those that two people answered differently. */
const order: readonly Difference['state'][] = ['conflict', 'offer', 'refused', 'here-only']
const inOrder = (differences: readonly Difference[]) =>
  differences.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

async function readSheets(path: string): Promise<KeyedSheet[]> {
  const bytes = await readBytes(path)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    refuseOther(bytes, basename(path))
    throw unusable('This is a file of text. What is hidden beside the table, and says which row is whose, is lost in it. Save the workbook as .xlsx and open that.') // prettier-ignore
  }
  const sheets = await readKeyedSheets(bytes).catch(() => null)
  if (sheets === null)
    throw unusable('This is not a spreadsheet that can be read, or it is damaged. Open it in Excel, save it as .xlsx, then open it again.') // prettier-ignore
  if (sheets.length === 0)
    throw unusable('This is not a workbook that Gather made, or what was hidden in it is gone: there is no telling which row is whose. Nothing was changed. Make the workbook anew, and edit that.') // prettier-ignore
  return sheets
}

/** The file that these sheets left in. A sheet that was put in from another one is said, and not read. */
async function whatLeft({ db }: TaskContext, groupId: GroupId, sheets: readonly KeyedSheet[]) {
  const here: FileMadeId[] = []
  let other = false
  for (const id of new Set(sheets.map((one) => one.fileId))) {
    const known = fileMadeId.safeParse(id)
    const made = known.success ? await findWorkbook(db, known.data) : undefined
    if (known.success && made?.groupId === groupId) here.push(known.data)
    else if (made !== undefined) other = true
  }
  const [fileId, ...more] = here
  if (fileId === undefined)
    throw unusable(
      other
        ? 'This is the workbook of another group. Nothing was changed. Open it under that group.'
        : 'This workbook was not made in this county. Nothing was changed. Make the workbook here, and edit that.',
    )
  if (more.length > 0)
    throw unusable('Sheets of more than one workbook are in this file, so what it was made from cannot be told. Nothing was changed. Open each of them as it was made.') // prettier-ignore
  const said = sheets
    .filter((one) => one.fileId !== fileId)
    .map((one) => `The sheet ${one.name} is of another workbook. It was left out.`)
  return { fileId, made: found(await findWorkbook(db, fileId), 'workbook'), said }
}

/** Of a sheet that is there twice neither can be told to be the one. */
function usable(sheets: readonly KeyedSheet[]) {
  const byKind = Map.groupBy(sheets, (one) => one.sheet)
  const kept = new Map<string, CameBackSheet>()
  const said: string[] = []
  for (const [kind, some] of byKind) {
    const [first, second] = some
    if (first !== undefined && second === undefined) kept.set(kind, first)
    else said.push(`The sheets ${some.map((one) => one.name).join(' and ')} are copies of each other. Neither was read: keep one, and open the file again.`) // prettier-ignore
  }
  return { sheets: kept, said }
}

async function readNow(context: TaskContext, groupId: GroupId) {
  const { db, today, ask, actor } = context
  const rows = await readWorkbookRows(db, groupId, today)
  const { measures, earlier, readings } = rows.outcomes
  const rules: Rules = {
    grid: await ask.registers.grid({ groupId }),
    measures: measures.map((one) => ({ ...one, earlier: earlier.filter(({ id }) => id === one.id) })),
    readings,
    mayEditOutcomes: mayUse(actor.role, 'outcomes.edit'),
  }
  return { now: workbookBaseline(rows), rules }
}
