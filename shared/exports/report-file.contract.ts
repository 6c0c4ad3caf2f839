import { z } from 'zod'
import { task } from '../operation.ts'
import { reportAskedSchema } from '../reports/asked.ts'
import { listFormats } from './lists/lists.contract.ts'

export const reportFileContract = {
  /**
   * Writes a report to the file the person chose: the figures of the screen as they leave, small numbers hidden. Logged
   * with what was asked and how many lines are in it. Leaves no half file.
   */
  report: task({
    permission: 'reports.view',
    label: 'Export a report',
    input: z.strictObject({ asked: reportAskedSchema, format: z.enum(listFormats), grant: z.string() }),
    output: z.strictObject({ fileName: z.string(), rows: z.int() }),
  }),
} as const
