import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aRoom, twoRooms } from '../../support/booking-factories.ts'
import { aCounty, PASSPHRASE, type TestCounty } from '../../support/test-county.ts'

const program = new URL('../../../db/cli.ts', import.meta.url).pathname

/** Books from a program of its own, as a second window does: what it said, as an answer or as a failure. */
function bookElsewhere(
  { file }: TestCounty,
  booking: object,
): Promise<{ code: number | null; said: string }> {
  const args = ['bookings.create', JSON.stringify(booking), '--db', file, '--as', 'Ada Administrator']
  const env = { ...process.env, GATHER_PASSPHRASE: PASSPHRASE }
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], { env })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', fail)
    child.on('close', (code) => done({ code, said }))
    child.stdin.end()
  })
}

const at10 = { startsAt: '2031-01-07T10:00', endsAt: '2031-01-07T11:00', purpose: 'partner' } as const
const booked = z.looseObject({ title: z.string() })
const refused = z.looseObject({ code: z.string(), message: z.string() })

test('of several windows that book one room at once exactly one has it, and the others are told who [FEATURES D36]', async () => {
  const county = await aCounty()
  const hall = await aRoom(county)
  const titles = ['Drumming', 'Yoga', 'Weaning']
  const ran = await Promise.all(
    titles.map((title) => bookElsewhere(county, { roomIds: [hall.id], ...at10, title })),
  )
  const won = ran.filter((one) => one.code === 0).map((one) => booked.parse(JSON.parse(one.said)))
  expect(won).toHaveLength(1)
  for (const { said } of ran.filter((one) => one.code !== 0)) {
    const { code, message } = refused.parse(JSON.parse(said))
    expect(code).toBe('CONFLICT')
    expect(message).toContain(`Hall is taken from 10am to 11am by ${won[0]?.title} (Ada Administrator)`)
  }
})

test('nor is the last of some equipment given twice', async () => {
  const county = await aCounty()
  const { hall, creche, projector } = await twoRooms(county)
  const equipment = [{ equipmentId: projector.id, quantity: 2 }]
  const book = (roomId: string, title: string) =>
    bookElsewhere(county, { roomIds: [roomId], ...at10, title, equipment })
  const ran = await Promise.all([book(hall.id, 'Mine'), book(creche.id, 'Theirs')])
  expect(ran.map((one) => one.code).toSorted()).toEqual([0, 1])
  const lost = ran.find((one) => one.code !== 0)
  expect(refused.parse(JSON.parse(lost?.said ?? '')).message).toContain(
    'Projector: 2 are wanted and 0 are left',
  )
})
