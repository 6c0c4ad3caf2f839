import { UsageError } from './arguments.ts'
import type { Terminal } from './terminal.ts'

/** The passphrase of whoever is asking, from GATHER_PASSPHRASE or from the keyboard. */
export function knownPassphrase(terminal: Terminal): Promise<string> {
  return passphrase(terminal, (ask) => ask('Passphrase: '))
}

/** A new one, which is asked for twice because it is not seen while it is typed. */
export function newPassphrase(terminal: Terminal): Promise<string> {
  return passphrase(terminal, async (ask) => {
    const first = await ask('New passphrase: ')
    if ((await ask('The same again: ')) === first) return first
    throw new UsageError('The two passphrases differ. Nothing was made.')
  })
}

type Ask = (question: string) => Promise<string>

async function passphrase(terminal: Terminal, typed: (ask: Ask) => Promise<string>): Promise<string> {
  if (terminal.passphrase !== null) return terminal.passphrase
  if (terminal.askSecret === null) throw new UsageError('Set GATHER_PASSPHRASE to the passphrase.')
  return typed(terminal.askSecret)
}
