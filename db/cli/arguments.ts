import { parseArgs } from 'node:util'

/** The command itself was not understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const options = {
  db: { type: 'string' },
  as: { type: 'string' },
  file: { type: 'string' },
  out: { type: 'string' },
  sample: { type: 'boolean' },
  details: { type: 'boolean' },
  progress: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export interface Arguments {
  /** `init`, `operations` or an operation's name; null when there is none. */
  readonly command: string | null
  /** What follows it: JSON, `@file`, `-`, or what to list. */
  readonly rest: readonly string[]
  readonly db: string | null
  readonly as: string | null
  readonly file: string | null
  readonly out: string | null
  readonly sample: boolean
  readonly details: boolean
  readonly progress: boolean
  readonly help: boolean
}

/** Throws UsageError for an option that there is not, or one that wants a value. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args)
  const [command = null, ...rest] = positionals
  return {
    command,
    rest,
    db: values.db ?? null,
    as: values.as ?? null,
    file: values.file ?? null,
    out: values.out ?? null,
    sample: values.sample ?? false,
    details: values.details ?? false,
    progress: values.progress ?? false,
    help: values.help ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The value of an option that this command cannot do without. */
export function needed(value: string | null, option: '--db FILE' | '--as NAME'): string {
  if (value === null || value === '') throw new UsageError(`Say ${option}.`)
  return value
}
