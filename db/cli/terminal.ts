import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'

/** What the command line needs of the world around it. */
export interface Terminal {
  print(text: string): void
  printError(text: string): void
  /** Everything on standard input. */
  readAll(): Promise<string>
  /** Asks for something that is not shown while it is typed; null when there is nobody to ask. */
  askSecret: ((question: string) => Promise<string>) | null
  /** Shows how far a task is, in place of what it showed before; null where nobody is watching. */
  readonly showProgress: ((words: string) => void) | null
  /** Hears Ctrl+C instead of ending at once; answers how to stop hearing. A second one ends the program. */
  onInterrupt(listener: () => void): () => void
  readonly passphrase: string | null
  readonly now: () => Date
}

const silence = new Writable({ write: (_chunk, _encoding, done) => done() })

async function askSecret(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: silence, terminal: true })
  process.stderr.write(question)
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

export const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  readAll: () => text(process.stdin),
  askSecret: process.stdin.isTTY ? askSecret : null,
  showProgress: process.stderr.isTTY ? (words) => void process.stderr.write(`\r\x1b[K${words}`) : null,
  onInterrupt(listener) {
    process.once('SIGINT', listener)
    return () => void process.off('SIGINT', listener)
  },
  passphrase: process.env['GATHER_PASSPHRASE'] || null,
  // oxlint-disable-next-line house/no-clock -- this is the edge that the clock comes in from
  now: () => new Date(),
}
