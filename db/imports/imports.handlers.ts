import { z } from 'zod'
import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/operation.ts'
import type { Contexts } from '../context.ts'
import { applyWorkbook } from './apply-workbook.service.ts'
import { listLeftOut } from './imports.repository.ts'
import { apply, preview, readList } from './imports.service.ts'
import { compareWorkbook } from './workbook.service.ts'

const storedCells = z.array(z.string())

export const importsHandlers = {
  read: (context, input) => readList(context, input),
  preview: (context, input) => preview(context, input),
  apply: (context, input) => apply(context, input),
  compareWorkbook: (context, input) => compareWorkbook(context, input),
  applyWorkbook: (context, input) => applyWorkbook(context, input),
  listLeftOut: async ({ db }, { groupId }) =>
    (await listLeftOut(db, groupId)).map((row) => ({
      fileName: row.file_name,
      at: row.at,
      row: row.row_number,
      cells: storedCells.parse(JSON.parse(row.cells)),
      reason: row.reason,
    })),
} satisfies Handlers<AppContract, Contexts>['imports']
