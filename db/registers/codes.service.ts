import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { codeOperations, CodeSettings } from '../../shared/registers/codes.contract.ts'
import { codeChangeProblem, flagProblems, keyProblem } from '../../shared/registers/codes.rules.ts'
import type { MarkFlags } from '../../shared/registers/mark-code.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import * as codes from './codes.repository.ts'

type Input<N extends keyof typeof codeOperations> = z.output<(typeof codeOperations)[N]['input']>

const read = async (db: Db, letter: string): Promise<CodeSettings> =>
  found(
    (await codes.listSettings(db)).find((one) => one.code === letter),
    'mark',
  )

/** A new mark, after the others. */
export async function createCode(context: CommandContext, input: Input<'createCode'>): Promise<CodeSettings> {
  const { tx } = context
  const all = await codes.listSettings(tx)
  const taken = all.find((one) => one.code === input.code)
  if (taken !== undefined)
    refuse({ code: `${input.code} is ${taken.label}${taken.retired ? ', now retired: old registers have it' : ''}. Choose another letter.` }) // prettier-ignore
  const problem = keyProblem(input.code.toLowerCase(), input.code, all)
  refuse({ ...(problem !== null && { code: problem }), ...wordsProblem(input, all), ...flagProblems(input) })
  await codes.insertCode(tx, {
    id: input.code,
    label: input.label,
    ...codes.flagColumns(input),
    position: all.length + 1,
    retired: 0,
    key: null,
    version: 1,
  })
  return read(tx, input.code)
}

export async function updateCode({ tx }: CommandContext, input: Input<'updateCode'>): Promise<CodeSettings> {
  const all = await codes.listSettings(tx)
  const now = found(
    all.find((one) => one.code === input.code),
    'mark',
  )
  const fixed = codeChangeProblem(now, input)
  if (fixed !== null) throw new AppError('CONFLICT', fixed)
  const problem = input.retired ? null : keyProblem(input.key, input.code, all)
  refuse({ ...(problem !== null && { key: problem }), ...wordsProblem(input, all), ...flagProblems(input) })
  const change = {
    label: input.label,
    key: input.key === input.code.toLowerCase() ? null : input.key,
    retired: toFlag(input.retired),
    ...codes.flagColumns(input),
  }
  if (!(await codes.updateCode(tx, input.code, input.version, change))) throw changedSince('mark')
  return read(tx, input.code)
}

/** Every letter there is, once: a list made before another mark was added would lose its place. */
export async function orderCodes({ tx }: CommandContext, letters: readonly string[]): Promise<void> {
  const all = (await codes.listSettings(tx)).map((one) => one.code)
  if (letters.length !== all.length || !all.every((letter) => letters.includes(letter)))
    throw changedSince('list of marks')
  await codes.orderCodes(tx, letters)
}

function wordsProblem({ code, label }: { code: string; label: string }, all: readonly CodeSettings[]) {
  const same = all.find((one) => one.code !== code && !one.retired && fold(one.label) === fold(label))
  return same && { label: `${same.code} means ${same.label} already. Choose other words.` }
}

function refuse(problems: Partial<Record<'code' | 'key' | 'label' | keyof MarkFlags, string>>): void {
  const [first] = Object.values(problems)
  if (first !== undefined) throw new AppError('INVALID_INPUT', first, { fields: problems })
}
