import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')
const readFixture = (county: TestCounty, name: string) =>
  county.api.imports.read({ kind: 'file', grant: county.grant(join(fixtures, name)) })

function readBytes(county: TestCounty, bytes: string | Buffer, name = 'list.csv') {
  const path = join(county.folder, name)
  writeFileSync(path, bytes)
  return county.api.imports.read({ kind: 'file', grant: county.grant(path) })
}
const readText = (county: TestCounty, text: string) => county.api.imports.read({ kind: 'text', text })

describe('a workbook', () => {
  test('is read from under its titles, hidden rows included and said, comments left alone', async () => {
    const table = await readFixture(await aCounty(), 'referral-list.xlsx')
    expect(table).toMatchObject({ fileName: 'referral-list.xlsx', sheetName: 'Referrals', otherSheets: ['OLD do not use'] }) // prettier-ignore
    expect(table.columns.filter((column) => column.kind !== 'ignore').map((column) => column.heading)).toEqual(["Child's name", 'DOB', 'Contact no.', 'Mosaic ID', 'Allergies / medical']) // prettier-ignore
    expect([table.rows[0]?.row, table.rows[0]?.cells[2]]).toEqual([5, '09/04/2016'])
    expect(table.notes).toEqual([
      '2 rows above the headings passed over.',
      'Row 13 is hidden in the file and read with the others.',
      '1 comment was not read. Comments may hold what a register should not.',
    ])
    expect(JSON.stringify(table)).not.toContain('Ring before visiting')
  })

  test('another sheet of it is read without choosing the file again', async () => {
    const county = await aCounty()
    const grant = county.grant(join(fixtures, 'referral-list.xlsx'))
    await county.api.imports.read({ kind: 'file', grant })
    const table = await county.api.imports.read({ kind: 'file', grant, sheet: 'OLD do not use' })
    expect(table).toMatchObject({ sheetName: 'OLD do not use', rows: [{ row: 2 }] })
    await expect(county.api.imports.read({ kind: 'file', grant: 'never given' })).rejects.toMatchObject({ code: 'FILE' }) // prettier-ignore
  })

  test('merged, struck-through and computed cells are read as a person sees them', async () => {
    const county = await aCounty()
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('List')
    sheet.addRows([['Name', 'DOB', 'Mosaic ID'], ['Mia Patel', '12/3/15', 7], ['Leo Shah', null, { formula: '3+4', result: 7 }]]) // prettier-ignore
    sheet.mergeCells('B2:B3')
    sheet.getCell('A3').font = { strike: true }
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
    const table = await readBytes(county, bytes, 'list.xlsx')
    expect(table.rows.map((row) => row.cells)).toEqual([['Mia Patel', '12/3/15', '7'], ['Leo Shah', '12/3/15', '7']]) // prettier-ignore
    expect(table.notes).toEqual(['Row 3 is struck through: check whether they have left.'])
  })
})

describe('a text file', () => {
  test('of Windows-1252 keeps its accents', async () => {
    const table = await readFixture(await aCounty(), 'referral-list.csv')
    expect(table.rows[3]?.cells.slice(0, 3)).toEqual(['4', 'Seán Ó Dálaigh', '4th Feb 2016'])
    expect(table.rows[2]?.cells[5]).toBe('Ciara O’Neill')
    expect(table.notes).toContain('The file was read as Windows-1252. Check the names with accents.')
  })

  test.each([
    ['with a byte order mark', Buffer.from('\uFEFFFirst name,Surname\nZoë,Nuñez')],
    [
      'of UTF-16, as Excel saves Unicode text',
      Buffer.from('\uFEFFFirst name\tSurname\nZoë\tNuñez', 'utf16le'),
    ],
    ['with semicolons', Buffer.from('First name;Surname\r\nZoë;Nuñez\r\n')],
    ['with every cell in quotes', Buffer.from('"First name","Surname"\n"Zoë","Nuñez"')],
  ])('%s is read', async (_what, bytes) => {
    const table = await readBytes(await aCounty(), bytes)
    expect(table.columns.map((column) => column.kind)).toEqual(['first-name', 'last-name'])
    expect(table.rows).toEqual([{ row: 2, cells: ['Zoë', 'Nuñez'] }])
  })
})

describe('pasted text', () => {
  test('is split as Excel put it, a comma in a cell kept', async () => {
    const table = await readText(await aCounty(), 'Name\tDOB\nJones, Sarah\t12/3/15\n')
    expect(table).toMatchObject({ fileName: null, rows: [{ row: 2, cells: ['Jones, Sarah', '12/3/15'] }] })
  })

  test('may be names alone, one on a line', async () => {
    const table = await readText(await aCounty(), 'Mia Patel\nLeo Shah')
    expect(table.columns.map((column) => column.kind)).toEqual(['full-name'])
    expect(table.rows).toHaveLength(2)
  })
})

describe('what is refused, with what to do next', () => {
  test.each([
    ['an empty file', '', 'The file is empty.'],
    ['a file of empty rows', ',,\n,,\n', 'There is nothing in this list.'],
    ['headings with nothing under them', 'Name,DOB\n', 'There are headings and no rows under them.'],
    ['a PDF', '%PDF-1.7 …', 'This is not a spreadsheet'],
    ['a web page', '<!DOCTYPE html><p>', 'This is not a spreadsheet'],
    ['a damaged workbook', 'PK\u0003\u0004 not really', 'This is not a spreadsheet that can be read'],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'This is an old Excel file (.xls).'],
    ['a workbook with a password', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), 'The workbook has a password.'],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a,b\n'), 'The file is larger than 10 MB'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readBytes(await aCounty(), bytes)).rejects.toMatchObject({ code: 'FILE', message: expect.stringContaining(message) })
  }) // prettier-ignore

  test('a picture called .xlsx', async () => {
    await expect(readFixture(await aCounty(), 'not-a-spreadsheet.xlsx')).rejects.toMatchObject({
      code: 'FILE',
    })
  })

  test('a list of 20,001 rows, and not one of 20,000', async () => {
    const county = await aCounty()
    const list = (n: number) => `Name,DOB\n${'Mia Patel,12/3/15\n'.repeat(n)}`
    expect((await readBytes(county, list(20_000))).rows).toHaveLength(20_000)
    await expect(readBytes(county, list(20_001))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('20,001 rows'),
    })
  })
})
