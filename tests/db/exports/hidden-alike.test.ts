import { expect, test } from 'vitest'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aHeldRoom, theCalendar, theCsv, theWorkbook } from '../../support/export-factories.ts'
import { aCounty, type Api } from '../../support/test-county.ts'

const week = { from: '2026-11-23', to: '2026-11-29' }

/** A contact visit at one building, and an assistant of that building and of another. */
async function aPrivateVisit() {
  const county = await aCounty()
  const building = await aBuilding(county)
  const room = await aRoom(county, { buildingId: building.id })
  await aHeldRoom(county, room.id, { title: 'Contact: the Smiths', purpose: 'contact', private: 1, contact: 'Jo Price, 5479', note: 'Not the father', people: 4, layout: 'Sofa' }) // prettier-ignore
  const elsewhere = await aBuilding(county, 'Elsewhere')
  const own = await county.as('assistant', { name: 'Own', buildingIds: [building.id] })
  const other = await county.as('assistant', { name: 'Other', buildingIds: [elsewhere.id] })
  const outputs: Readonly<Record<string, (api: Api) => Promise<string>>> = {
    'the day sheet': async (api) => JSON.stringify(await api.exports.daySheets({ date: '2026-11-24', buildingId: building.id })), // prettier-ignore
    'the room’s week': async (api) =>
      JSON.stringify(await api.exports.roomDays({ roomId: room.id, ...week })),
    'the calendar file': async (api) => (await theCalendar(county, { of: 'building', id: building.id, ...week }, api)).text, // prettier-ignore
    'the file of text': async (api) =>
      JSON.stringify(await theCsv(county, { list: 'bookings', ...week }, api)),
    'the workbook': async (api) => JSON.stringify((await theWorkbook(county, { list: 'bookings', ...week }, api)).rows), // prettier-ignore
  }
  return { own, other, outputs }
}

const names = ['the day sheet', 'the room’s week', 'the calendar file', 'the file of text', 'the workbook']

test.each(names)('%s says only that the room is taken to who may not see a private booking', async (name) => {
  const { other, outputs } = await aPrivateVisit()
  const text = await outputs[name]?.(other)
  expect(text).toContain('Private booking')
  expect(text).not.toMatch(/Smith|Price|5479|father|Sofa/)
})

test.each(names.filter((name) => name !== 'the room’s week'))(
  '%s has its title for those who look after it, and never the note',
  async (name) => {
    const { own, outputs } = await aPrivateVisit()
    const text = await outputs[name]?.(own)
    expect(text).toContain('Contact: the Smiths')
    expect(text).not.toContain('father')
  },
)
