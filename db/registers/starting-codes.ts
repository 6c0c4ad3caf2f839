import { startingCodes } from '../../shared/registers/mark-codes.ts'
import { toFlag } from '../flag.ts'
import type { Tx } from '../store.ts'
import { insertCodes } from './registers.repository.ts'

/** Gives a new county its marks. */
export const insertStartingCodes = (tx: Tx): Promise<void> =>
  insertCodes(
    tx,
    startingCodes.map(({ code, label, attended, expected }, position) => ({
      id: code,
      label,
      attended: toFlag(attended),
      expected: toFlag(expected),
      position,
      retired: 0,
    })),
  )
