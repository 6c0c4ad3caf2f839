import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { Operation } from '../../shared/operation.ts'
import type { Grants } from '../context.ts'
import { type Arguments, UsageError } from './arguments.ts'
import { takesFile } from './operations.ts'

/** The file named on the command line, as a grant that can be used once: what a dialog's answer is in the window. */
export interface Chosen extends Grants {
  readonly grant: string
}

/** null when no file is named. Throws UsageError for two, and for an operation that has no use for one. */
export function chosenFile({ file, out }: Arguments, operation: Operation): Chosen | null {
  if (file === null && out === null) return null
  if (file !== null && out !== null) throw new UsageError('Give --file or --out, not both.')
  if (!takesFile(operation)) throw new UsageError('This operation has nothing to do with a file.')
  return file === null ? grantOf(out ?? '', 'write') : grantOf(file, 'read')
}

function grantOf(path: string, mode: 'read' | 'write'): Chosen {
  const grant = randomUUID()
  let left: string | null = resolve(path)
  return {
    grant,
    take(asked, forMode) {
      if (asked !== grant || forMode !== mode) return null
      const path = left
      left = null
      return path
    },
  }
}

/** The input with the grant in its place; an input that is no object is left for its schema to refuse. */
export function withGrant(input: unknown, chosen: Chosen | null): unknown {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
  return chosen && isObject ? { ...input, grant: chosen.grant } : input
}
