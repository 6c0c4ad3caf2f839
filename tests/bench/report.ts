import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/lib/project.mjs'
import type { Timing } from './measure.ts'

/** What was measured, how long it may take, and the bare SQL of the same work. Milliseconds. */
export interface Measured {
  readonly name: string
  readonly budget: number | null
  readonly through: Timing
  readonly bare: Timing | null
  /** How many statements it took, and rows of the query plan that read a whole table. */
  readonly statements: number | null
  readonly scans: readonly string[]
}

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

const heading = ['', 'median', 'p95', 'bare SQL', 'statements', 'budget']

function cells({ name, budget, through, bare, statements }: Measured): string[] {
  const over = budget !== null && through.p95 > budget
  return [
    name,
    ms(through.median),
    ms(through.p95),
    bare ? ms(bare.median) : '',
    statements === null ? '' : String(statements),
    budget === null ? '' : `${budget}${over ? '  OVER' : ''}`,
  ]
}

/** A table for the console, in milliseconds. */
export function table(all: readonly Measured[]): string {
  const rows = [heading, ...all.map(cells)]
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return rows.map(line).join('\n')
}

/** What is over its budget, with what its queries read whole. */
export const overBudget = (all: readonly Measured[]): string[] =>
  all
    .filter(({ budget, through }) => budget !== null && through.p95 > budget)
    .map(({ name, through, budget, scans }) =>
      [`${name}: ${ms(through.p95)} of ${budget} ms`, ...scans.map((scan) => `    ${scan}`)].join('\n'),
    )

export function save(all: readonly Measured[], at: string): string {
  const folder = join(root, '.cache', 'bench')
  const file = join(folder, 'latest.json')
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    system: `${process.platform} ${release()}`,
    node: process.version,
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at, machine, measured: all }, null, 2)}\n`)
  return file
}
