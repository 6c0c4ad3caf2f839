import { count } from '../text.ts'
import type { CellChange, Grid, GridCell, GridPerson, GridSession } from './grid.contract.ts'
import { cellProblem, isOnRegister, sessionInWords } from './grid.rules.ts'
import { NOT_EXPECTED_SIGN, readBlock, readMark, writeBlock } from './grid-words.rules.ts'

/** A place in the grid, counted from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}
/** A block of cells, both corners in it. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const blockBetween = (a: Place, b: Place): Block => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})
const heightOf = (block: Block) => block.bottom - block.top + 1
const widthOf = (block: Block) => block.right - block.left + 1
const span = (from: number, length: number) => Array.from({ length }, (_, at) => from + at)

interface Found {
  readonly session: GridSession
  readonly person: GridPerson
  readonly cell: GridCell
}

function cellAt({ sessions, people }: Grid, { row, column }: Place): Found | undefined {
  const [session, person] = [sessions[column], people[row]]
  const cell = person?.cells[column]
  return session && person && cell && { session, person, cell }
}

/** What would be done to the grid, and why it cannot be: with one problem nothing is. */
export interface GridPlan {
  /** Only those that would be another mark than now. */
  readonly changes: readonly CellChange[]
  /** Of those: blank cells that get a mark, marks that become another, marks that are taken away. */
  readonly given: number
  readonly replaced: number
  readonly cleared: number
  /** Marks that stay because the block is blank there. */
  readonly kept: number
  /** The first few in words, each naming its cell. */
  readonly problems: readonly string[]
  readonly block: Block
}

/** What should stand in a cell: a letter, null for not recorded, undefined to leave it, or why it cannot be read. */
type Wanted = string | null | undefined | { readonly unreadable: string }

function plan(grid: Grid, block: Block, wantedAt: (place: Place, found: Found) => Wanted): GridPlan {
  const changes: CellChange[] = []
  const problems: string[] = []
  let kept = 0
  for (const row of span(block.top, heightOf(block)))
    for (const column of span(block.left, widthOf(block))) {
      const found = cellAt(grid, { row, column })
      if (found === undefined) continue
      const wanted = wantedAt({ row, column }, found)
      const { session, person, cell } = found
      if (wanted === undefined && cell.code !== null) kept += 1
      if (wanted === undefined || wanted === cell.code) continue
      const problem = typeof wanted === 'object' && wanted !== null ? wanted.unreadable : cellProblem(session, cell, wanted) // prettier-ignore
      if (problem !== null) problems.push(`${person.name}, ${sessionInWords(session)}: ${problem}`)
      else if (typeof wanted !== 'object' || wanted === null)
        changes.push({
          sessionId: session.sessionId,
          personId: person.personId,
          code: wanted,
          was: cell.code,
        })
    }
  return { changes, ...tally(changes), kept, problems, block }
}

const tally = (changes: readonly CellChange[]) => ({
  given: changes.filter((one) => one.was === null).length,
  replaced: changes.filter((one) => one.was !== null && one.code !== null).length,
  cleared: changes.filter((one) => one.code === null).length,
})

interface PasteOptions {
  /** What a blank cell of the block does to a mark. Left is the safer: in a list kept elsewhere, blank is often unknown. */
  readonly blanks: 'leave' | 'clear'
}

/**
 * What pasting a block would do, from the top left of what is chosen. One cell fills all that is chosen. A block that
 * reaches over the edge, a word nobody knows and a mark that may not stand there are problems, each with its cell.
 */
export function planPaste(grid: Grid, chosen: Block, text: string, { blanks }: PasteOptions): GridPlan {
  const cells = readBlock(text)
  const width = Math.max(...cells.map((line) => line.length))
  const one = cells.length === 1 && width === 1
  const block = one ? chosen : { ...chosen, bottom: chosen.top + cells.length - 1, right: chosen.left + width - 1 } // prettier-ignore
  const planned = plan(grid, block, ({ row, column }, { cell }) => {
    const said = one ? cells[0]?.[0] : cells[row - block.top]?.[column - block.left]
    const read = readMark(said ?? '', grid.codes)
    if (read.kind === 'mark') return read.code
    if (read.kind === 'unknown') return { unreadable: `“${said}” is not a mark.` }
    return read.kind === 'blank' && blanks === 'clear' && isOnRegister(cell.place) ? null : undefined
  })
  const over = overEdge(grid, block)
  return over === null ? planned : { ...planned, problems: [over, ...planned.problems] }
}

function overEdge({ people, sessions }: Grid, block: Block): string | null {
  const rows = people.length - block.top
  const columns = sessions.length - block.left
  if (heightOf(block) <= rows && widthOf(block) <= columns) return null
  return `The block is ${count(heightOf(block), 'row')} by ${count(widthOf(block), 'column')}, and from here there are only ${rows} by ${columns}.`
}

/**
 * What filling a block from its first row (down) or its first column (right) would do. Cells of people who are not
 * expected are passed over, as a late joiner's are; a blank first cell fills nothing.
 */
export function planFill(grid: Grid, block: Block, way: 'down' | 'right'): GridPlan {
  return plan(grid, block, ({ row, column }, { cell }) => {
    const from = way === 'down' ? { row: block.top, column } : { row, column: block.left }
    const code = cellAt(grid, from)?.cell.code ?? undefined
    return isOnRegister(cell.place) ? code : undefined
  })
}

/** What putting one mark, or none, in all of a block would do. Clearing passes over what is blank already. */
export function planSet(grid: Grid, block: Block, code: string | null): GridPlan {
  const single = heightOf(block) === 1 && widthOf(block) === 1
  return plan(grid, block, (_, { cell }) => (single || isOnRegister(cell.place) ? code : undefined))
}

/** The block as text for a spreadsheet: letters, blanks where nothing is recorded, a dash where nobody was expected. */
export const copyBlock = (grid: Grid, block: Block): string =>
  writeBlock(
    span(block.top, heightOf(block)).map((row) =>
      span(block.left, widthOf(block)).map((column) => textOf(cellAt(grid, { row, column })?.cell)),
    ),
  )

const textOf = (cell: GridCell | undefined) =>
  cell?.code ?? (cell !== undefined && isOnRegister(cell.place) ? '' : NOT_EXPECTED_SIGN)
