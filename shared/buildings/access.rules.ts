import { assertNever } from '../errors.ts'
import type { AccessLine } from './access.contract.ts'

interface Dated {
  readonly roomId: string | null
  readonly fromDate: string
}

/**
 * How to get into a room on a date: the room's own line before its building's, of each the last on or before the day.
 * null where nobody has said. `lines` are of one building; a null room asks for the building itself.
 */
export function accessOn<L extends Dated>(
  lines: readonly L[],
  roomId: string | null,
  date: string,
): L | null {
  const lastOf = (place: string | null) =>
    lines
      .filter((line) => line.roomId === place && line.fromDate <= date)
      .toSorted((a, b) => (a.fromDate < b.fromDate ? 1 : -1))[0]
  return lastOf(roomId) ?? lastOf(null) ?? null
}

type Said = Pick<AccessLine, 'kind' | 'keyHolder' | 'code' | 'codeHidden' | 'note'>

/** The line as it is read out: `Key from Sam at the library, 0116 496 0123. Use the side door.` */
export function accessInWords(line: Said): string {
  const note = line.note === null ? '' : ` ${sentence(line.note)}`
  return `${sentence(wayIn(line))}${note}`
}

function wayIn({ kind, keyHolder, code, codeHidden }: Said): string {
  const who = keyHolder === null ? '' : `, ${keyHolder}`
  switch (kind) {
    case 'reception':
      return `Reception is open${who}`
    case 'staff':
      return keyHolder === null ? 'Opened by staff' : `Opened by ${keyHolder}`
    case 'key':
      return `Key from ${keyHolder ?? 'the key holder'}`
    case 'code':
      return codeHidden
        ? `Door code: ask whoever booked the room${who}`
        : `Door code ${code ?? 'not known'}${who}`
    default:
      return assertNever(kind, 'way in')
  }
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
