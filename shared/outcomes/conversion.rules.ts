import type { MeasureDetails } from './measure-details.ts'

type Conversion = NonNullable<MeasureDetails['conversion']>

/**
 * The number that stands for the one entered, by the measure's own table; null where the measure has no table, and
 * for a number that is not in it: nothing is made up between two lines.
 */
export function converted(
  { conversion }: Pick<MeasureDetails, 'conversion'>,
  entered: number,
): number | null {
  return conversion?.table.find(([from]) => from === entered)?.[1] ?? null
}

/** Why a table cannot convert, in words; null when it can: both columns rise from each line to the next. */
export function conversionProblem({ table }: Pick<Conversion, 'table'>): string | null {
  for (const [index, [from, to]] of table.entries()) {
    const before = table[index - 1]
    if (before === undefined) continue
    if (from <= before[0])
      return `The numbers entered must rise from line to line: ${before[0]} is followed by ${from}.`
    if (to <= before[1])
      return `The converted numbers must rise from line to line: ${before[1]} is followed by ${to}.`
  }
  return null
}

/**
 * Reads a table of two columns as it is pasted from a spreadsheet: one line each, parted by a tab, a comma, a
 * semicolon or an equals sign. A line of headings is left out. A line that cannot be read is named.
 */
export function readTwoColumns(text: string): { table: [number, number][] } | { problem: string } {
  const lines = text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== '') // prettier-ignore
  const table: [number, number][] = []
  for (const [index, one] of lines.entries()) {
    const found = /^(-?\d+(?:\.\d+)?)\s*(?:[\t,;=]|\s)\s*(-?\d+(?:\.\d+)?)$/.exec(one)
    if (found !== null) table.push([Number(found[1]), Number(found[2])])
    else if (index > 0 || /\d/.test(one))
      return { problem: `Line ${index + 1} is not two numbers: ${one.slice(0, 40)}` }
  }
  return { table }
}
