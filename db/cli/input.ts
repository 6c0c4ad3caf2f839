import { readFile } from 'node:fs/promises'
import type { Terminal } from './terminal.ts'
import { UsageError } from './arguments.ts'

/** The operation's input: from the text itself, from `@file`, or from standard input for `-`. None is `{}`. */
export async function readInput(rest: readonly string[], terminal: Terminal): Promise<unknown> {
  const [source, second] = rest
  if (second !== undefined) throw new UsageError('Give the input as one piece of JSON, in quotation marks.')
  if (source === undefined) return {}
  return parseJson(await textOf(source, terminal))
}

function textOf(source: string, terminal: Terminal): string | Promise<string> {
  if (source === '-') return terminal.readAll()
  return source.startsWith('@') ? fileText(source.slice(1)) : source
}

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new UsageError(`The file ${path} could not be read.`)
  }
}

/** The parser's own message quotes what it read, which may be somebody's data: it is not passed on. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError('The input is not JSON. Put it in single quotation marks, with names and texts in double ones.') // prettier-ignore
  }
}
