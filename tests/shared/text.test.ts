import { describe, expect, test } from 'vitest'
import { fold, line, matchKey, optionalLine } from '../../shared/text.ts'

describe('what nobody can see in a name', () => {
  test.each([
    ['a zero-width space from a spreadsheet', 'Mia\u200b'],
    ['a soft hyphen from a letter', 'Mi\u00ada'],
    ['a byte order mark', '\ufeffMia'],
    ['marks of writing direction', '\u202dMia\u202c\u200e'],
  ])('%s is not kept, and makes no second person of her', (_what, typed) => {
    expect(line('Enter a name.').parse(typed)).toBe('Mia')
    expect(optionalLine().parse(typed)).toBe('Mia')
    expect([fold(typed), matchKey(`${typed} Patel`)]).toEqual(['mia', 'miapatel'])
  })

  test('is not a name by itself', () => {
    expect(line('Enter a name.').safeParse('\u200b\u2060').success).toBe(false)
    expect(optionalLine().parse('\u200b')).toBeNull()
  })

  test('stays where emoji and other scripts are written with it', () => {
    for (const name of ['👩‍👧', 'می‌خواهم']) expect(line('Enter a name.').parse(name)).toBe(name)
  })
})
