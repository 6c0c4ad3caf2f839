import { describe, expect, test } from 'vitest'
import { filterList } from '../../../renderer/ui/list-filter.ts'

const option = (label: string) => ({ value: label, label, disabled: false })
const rooms = [
  {
    group: 'Wigston Magna',
    items: [option('Hall, Wigston Magna, seats 40'), option('Crèche, Wigston Magna')],
  },
  { group: 'Loughborough', items: [option('Hall, Loughborough'), option('O’Neill room, Loughborough')] },
]
const found = (search: string, limit = Infinity) =>
  filterList({ options: rooms, search, limit }).flatMap((one) =>
    'items' in one ? one.items.map((item) => (typeof item === 'object' ? item.label : item)) : [],
  )

describe('a list that is typed into', () => {
  test('finds every word typed, in any order', () => {
    expect(found('hall wigston')).toEqual(['Hall, Wigston Magna, seats 40'])
    expect(found('wigston, hall')).toEqual(['Hall, Wigston Magna, seats 40'])
    expect(found('hall')).toEqual(['Hall, Wigston Magna, seats 40', 'Hall, Loughborough'])
    expect(found('hall melton')).toEqual([])
  })

  test('minds no accents, case or apostrophes', () => {
    expect(found('CRECHE')).toEqual(['Crèche, Wigston Magna'])
    expect(found("o'neill")).toEqual(['O’Neill room, Loughborough'])
    expect(found('oneill')).toEqual(['O’Neill room, Loughborough'])
  })

  test('shows all of it before anything is typed, and no more than is asked for', () => {
    expect(found('')).toHaveLength(4)
    expect(found(' ')).toHaveLength(4)
    expect(found('', 3)).toHaveLength(3)
  })

  test('shows no heading of a building without any room that fits', () => {
    expect(filterList({ options: rooms, search: 'creche', limit: Infinity })).toHaveLength(1)
  })
})
