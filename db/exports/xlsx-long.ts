import { createWriteStream, type WriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type exceljs from 'exceljs'
import { z } from 'zod'
import type { SheetPrint } from '../../shared/exports/fingerprint.rules.ts'
import type { LongSheet, LongWorkbook } from '../../shared/exports/long-sheet.ts'
import { canonicalCell, cellRows } from '../../shared/exports/sheet-cells.ts'
import type { Cell, Sheet } from '../../shared/exports/sheet.ts'
import type { TaskContext } from '../context.ts'
import { nextTurn } from '../task-turn.ts'
import { sheetHasher } from './fingerprint.ts'
import { FONT, headingStyle, pageOptions, put } from './xlsx-cells.ts'

type Turn = Pick<TaskContext, 'signal' | 'progress'>

/**
 * Writes a long workbook to a file, a batch of rows at a time: what is written is let go, so that 250,000 marks take no
 * more memory than a few thousand, and others have their turn between batches. `expected` is how many rows there will be.
 * Answers the prints of its sheets; `about` gets them before it is written itself. Throws CANCELLED when it is stopped.
 */
export async function writeLongXlsx(
  path: string,
  workbook: LongWorkbook,
  expected: number,
  about: (sheets: readonly SheetPrint[]) => Sheet,
  turn: Turn,
): Promise<SheetPrint[]> {
  const { default: library } = await import('exceljs')
  const stream = createWriteStream(path)
  const fault = firstFault(stream)
  const made = new Date(workbook.madeAt)
  const file = new library.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true })
  Object.assign(file, { creator: 'Gather', lastModifiedBy: workbook.madeBy, created: made, modified: made })
  try {
    const prints: SheetPrint[] = []
    const step = countedTurn(turn, expected, fault)
    for (const sheet of workbook.sheets) prints.push(await addLongSheet(file, sheet, workbook, step))
    addWhole(file, about(prints), workbook)
    await Promise.race([file.commit(), fault.happened])
    await flush(path)
    return prints
  } finally {
    stream.destroy()
  }
}

interface Fault {
  readonly happened: Promise<never>
  /** Throws what went wrong, if anything did. */
  check(): void
}

/** A full disk is told by an event, at any time: it must neither be missed nor end the program. */
function firstFault(stream: WriteStream): Fault {
  let error: Error | null = null
  const happened = new Promise<never>((_, reject) => {
    stream.on('error', (one) => {
      error ??= one
      reject(one)
    })
  })
  happened.catch(() => undefined)
  return {
    happened,
    check() {
      if (error !== null) throw error
    },
  }
}

type Step = (rows: number) => Promise<void>

function countedTurn({ signal, progress }: Turn, expected: number, fault: Fault): Step {
  let done = 0
  return async (rows) => {
    done += rows
    progress(done, expected, 'Writing the file')
    await nextTurn(signal)
    fault.check()
  }
}

async function addLongSheet(
  file: exceljs.stream.xlsx.WorkbookWriter,
  sheet: LongSheet,
  workbook: LongWorkbook,
  step: Step,
): Promise<SheetPrint> {
  const page = addPage(file, sheet, workbook)
  const hasher = sheetHasher()
  hasher.add(sheet.columns.map(({ heading }) => canonicalCell(heading)))
  let rows = 0
  for await (const batch of sheet.batches) {
    for (const cells of batch) {
      hasher.add(cells.map(canonicalCell))
      addRow(page, cells)
    }
    rows += batch.length
    await step(batch.length)
    await packed(page)
  }
  if (rows > 0)
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: sheet.columns.length } }
  page.commit()
  return hasher.print(sheet.name, rows)
}

const MOST_UNPACKED = 200_000
const unpacked = z.object({
  stream: z.object({ pipes: z.array(z.object({ _writableState: z.object({ length: z.number() }) })) }),
})

/**
 * Waits until what was written is packed, nearly all of it: the library takes whatever it is given, faster than it can
 * pack it. How much waits is in none of its types; if another version hides it, only memory suffers.
 */
async function packed(page: exceljs.Worksheet): Promise<void> {
  for (;;) {
    const waiting = unpacked.safeParse(page).data?.stream.pipes[0]?._writableState.length ?? 0
    if (waiting < MOST_UNPACKED) return
    await pause(1)
  }
}

function addPage(
  file: exceljs.stream.xlsx.WorkbookWriter,
  sheet: Pick<Sheet, 'name' | 'columns' | 'frozenColumns'>,
  workbook: LongWorkbook,
): exceljs.Worksheet {
  const page = file.addWorksheet(sheet.name, pageOptions(sheet, 1, workbook))
  sheet.columns.forEach(({ width }, at) => (page.getColumn(at + 1).width = width))
  const head = page.getRow(1)
  sheet.columns.forEach((column, at) => {
    const cell = head.getCell(at + 1)
    put(cell, column.heading)
    Object.assign(cell, headingStyle(column))
  })
  head.commit()
  return page
}

function addRow(page: exceljs.Worksheet, cells: readonly Cell[]): void {
  const row = page.addRow([])
  cells.forEach((value, at) => {
    if (value === null) return
    const cell = row.getCell(at + 1)
    put(cell, value)
    cell.font = FONT
  })
  row.commit()
}

/** About, whose words are long: they go on under each other. */
function addWhole(file: exceljs.stream.xlsx.WorkbookWriter, sheet: Sheet, workbook: LongWorkbook): void {
  const page = addPage(file, sheet, workbook)
  const [, ...rows] = cellRows(sheet)
  for (const cells of rows) {
    const row = page.addRow([])
    cells.forEach((value, at) => {
      const cell = row.getCell(at + 1)
      put(cell, value)
      cell.font = FONT
      cell.alignment = { vertical: 'top', wrapText: value?.kind === 'text' }
    })
    row.commit()
  }
  page.commit()
}

/** Down to the disk, before it is put in its place. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
