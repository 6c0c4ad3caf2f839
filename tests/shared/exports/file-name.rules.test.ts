import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workbookName } from '../../../shared/exports/file-name.rules.ts'

test('a workbook is named by the public title and the day', () => {
  expect(workbookName('Bounce Back Shelthorpe', '2026-11-23')).toBe('Bounce Back Shelthorpe 2026-11-23.xlsx')
})

test('what a file name cannot hold is left out', () => {
  expect(workbookName('Mums / dads: "play"?', '2026-11-23')).toBe('Mums dads play 2026-11-23.xlsx')
  expect(workbookName('con', '2026-11-23')).toBe('Group 2026-11-23.xlsx')
  expect(workbookName('???', '2026-11-23')).toBe('Group 2026-11-23.xlsx')
})

test('no title leads out of its folder', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const name = workbookName(title, '2026-11-23')
      expect(name).not.toMatch(/[<>:"/\\|?*]/)
      expect(name).not.toMatch(/^\./)
      expect(name.length).toBeLessThan(120)
    }),
  )
})
