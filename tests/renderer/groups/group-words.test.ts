import { expect, test } from 'vitest'
import { leadersInWords } from '../../../renderer/features/groups/group-words.ts'
import { staffId } from '../../../shared/ids.ts'

const leaders = (...names: string[]) =>
  leadersInWords(
    names.map((name, n) => ({
      staffId: staffId.parse(`01900000-0000-7000-8000-00000000000${n}`),
      name,
      stream: 'family' as const,
    })),
  )

test('those who lead are named by their first names, unless two share one', () => {
  expect(leaders()).toBe('Nobody yet')
  expect(leaders('Jo Price')).toBe('Jo')
  expect(leaders('Jo Price', 'Amir Khan')).toBe('Jo and Amir')
  expect(leaders('Jo Price', 'Amir Khan', 'Sam Lee')).toBe('Jo, Amir and Sam')
  expect(leaders('Jo Price', 'Jo Lee')).toBe('Jo Price and Jo Lee')
})
