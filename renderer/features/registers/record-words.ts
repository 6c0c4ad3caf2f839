import { sessionPartLabels } from '../../../shared/programmes/session-kinds.ts'
import type { Delivered } from '../../../shared/registers/record.contract.ts'

const list = new Intl.ListFormat('en-GB')

/** `Led by Jo Price and Amir Khan, helped by Sam Lee` */
export function deliveredInWords(delivered: readonly Delivered[]): string {
  const parts = (['lead', 'support', 'volunteer'] as const).flatMap((part) => {
    const people = delivered.filter((one) => one.part === part)
    return people.length === 0 ? [] : [`${partVerbs[part]} ${list.format(people.map(nameInWords))}`]
  })
  const words = parts.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const partVerbs = { lead: 'led by', support: 'helped by', volunteer: 'with the volunteers' } as const
const nameInWords = ({ name, minutes }: Delivered) =>
  minutes === null ? name : `${name} (${hours(minutes)})`

/** `1 h 30 min` */
export function hours(minutes: number): string {
  const parts = [
    minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '',
    minutes % 60 ? `${minutes % 60} min` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

export const partOptions = (['lead', 'support', 'volunteer'] as const).map((value) => ({
  value,
  label: sessionPartLabels[value],
}))
