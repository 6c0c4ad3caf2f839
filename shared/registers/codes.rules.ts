import type { CodeSettings } from './codes.contract.ts'
import type { MarkCode, MarkFlags } from './mark-code.ts'
import { APOLOGIES, DID_NOT_ATTEND, PRESENT } from './registers.rules.ts'

/** What a walk-in, an apology and "everyone else absent" are written with: never retired. */
export const fixedCodes: readonly string[] = [PRESENT, APOLOGIES, DID_NOT_ATTEND]

/** The keys that do something else on the register, by what they do. */
export const takenKeys: Readonly<Record<string, string>> = {
  d: 'says who delivered the session',
  f: 'puts families together',
  r: 'marks everyone else',
  s: 'opens the record of the session',
  w: 'adds a walk-in',
}

/** Why a mark cannot mean this, by field, in words; empty when it can. The database refuses the same. */
export function flagProblems(flags: MarkFlags): Partial<Record<keyof MarkFlags, string>> {
  const { attended, expected, contact, apology, minutes } = flags
  return {
    ...(attended && !expected && { expected: 'Whoever came counts among those expected.' }),
    ...(attended && contact && { contact: 'Contact instead of coming: not together with “came”.' }),
    ...(apology && (attended || !expected) && { apology: 'Only somebody who was expected and did not come sends apologies.' }), // prettier-ignore
    ...(minutes !== null && !attended && { minutes: 'Only somebody who came is late or leaves early.' }),
  }
}

/** Why this key cannot give the mark `code`, in words; null when it can. */
export function keyProblem(key: string, code: string, codes: readonly MarkCode[]): string | null {
  const other = takenKeys[key]
  if (other !== undefined) return `${key.toUpperCase()} ${other} on the register. Choose another letter.`
  const same = codes.find((one) => one.code !== code && !one.retired && one.key === key)
  return same === undefined
    ? null
    : `${key.toUpperCase()} gives ${same.label} already. Choose another letter.`
}

const flagNames = ['attended', 'expected', 'contact', 'apology', 'minutes'] as const

/** Whether two marks say different things of a person. */
export const saysOtherwise = (a: MarkFlags, b: MarkFlags): boolean =>
  flagNames.some((name) => a[name] !== b[name])

/** Why a mark may not be changed like this, in words; null when it may. */
export function codeChangeProblem(now: CodeSettings, to: MarkFlags & { retired: boolean }): string | null {
  if (now.used && saysOtherwise(now, to))
    return `Registers have ${now.code} already, so what it says cannot change: they would say something else than was written. Nothing was saved. Retire ${now.code} and add a new mark.`
  if (now.fixed && saysOtherwise(now, to))
    return `The program itself writes ${now.code}, so what it says cannot change. Nothing was saved.`
  if (now.fixed && to.retired)
    return `The program itself writes ${now.code}, so it cannot be retired. Nothing was saved. Change its words or its key instead.`
  return null
}
