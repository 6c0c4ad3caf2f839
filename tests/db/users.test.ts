import { describe, expect, test } from 'vitest'
import { aBuilding, undoOf } from '../support/booking-factories.ts'
import { aCounty, NOW, PASSPHRASE } from '../support/test-county.ts'

describe('people who can sign in', () => {
  test('a role is what the dispatcher goes by, whatever the page shows', async () => {
    const { as } = await aCounty()
    const assistant = await as('assistant')
    await expect(assistant.users.list({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(
      assistant.users.create({ name: 'Mallory', passphrase: PASSPHRASE, role: 'administrator' }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('two people never share a name, however it is written', async () => {
    const { api } = await aCounty()
    await expect(
      api.users.create({ name: 'ADA  administrator', passphrase: PASSPHRASE, role: 'manager' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('somebody who was switched off cannot sign in', async () => {
    const { api } = await aCounty()
    const sam = await api.users.create({ name: 'Sam', passphrase: PASSPHRASE, role: 'manager' })
    await api.users.update({ id: sam.id, version: sam.version, role: 'manager', disabled: true })
    await expect(api.users.signIn({ name: 'Sam', passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  test('somebody who is switched off, or given another role, is so in a window that is open already', async () => {
    const { api, as } = await aCounty()
    const manager = await as('manager')
    const change = async (role: 'manager' | 'assistant', disabled: boolean) => {
      const user = (await api.users.list({})).find((one) => one.name === 'Test manager')
      if (!user) throw new Error('There is no manager.')
      await api.users.update({ id: user.id, version: user.version, role, disabled })
    }
    expect(await manager.audit.list({ limit: 1 })).toHaveLength(1)
    await change('assistant', false)
    await expect(manager.audit.list({ limit: 1 })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await change('manager', true)
    await expect(manager.groups.list({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    expect(await manager.county.status({})).toMatchObject({ signedIn: null })
  })

  test('the last administrator can be neither switched off nor given another role', async () => {
    const { api } = await aCounty()
    const [ada] = await api.users.list({})
    const change = { id: ada!.id, version: ada!.version }
    await expect(
      api.users.update({ ...change, role: 'administrator', disabled: true }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(api.users.update({ ...change, role: 'manager', disabled: false })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await api.users.list({})).toEqual([ada])
  })

  test('the last but one can', async () => {
    const { api } = await aCounty()
    await api.users.create({ name: 'Sam', passphrase: PASSPHRASE, role: 'administrator' })
    const ada = (await api.users.list({})).find((u) => u.name.startsWith('Ada'))
    expect(
      await api.users.update({ id: ada!.id, version: ada!.version, role: 'manager', disabled: false }),
    ).toMatchObject({ role: 'manager' })
  })

  test('a change made to an old copy is refused and nothing is saved', async () => {
    const { api } = await aCounty()
    const sam = await api.users.create({ name: 'Sam', passphrase: PASSPHRASE, role: 'manager' })
    await api.users.update({ id: sam.id, version: sam.version, role: 'facilities', disabled: false })
    await expect(
      api.users.update({ id: sam.id, version: sam.version, role: 'assistant', disabled: false }),
    ).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('a new passphrase needs the present one, and the old one stops working', async () => {
    const { api } = await aCounty()
    const passphrase = 'four rather plain words'
    await expect(api.users.changePassphrase({ current: 'wrong', passphrase })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await api.users.changePassphrase({ current: PASSPHRASE, passphrase })
    await expect(
      api.users.signIn({ name: 'Ada Administrator', passphrase: PASSPHRASE }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await api.users.signIn({ name: 'Ada Administrator', passphrase })).toMatchObject({
      role: 'administrator',
    })
  })

  test('a short passphrase is refused in words', async () => {
    const { api } = await aCounty()
    await expect(
      api.users.create({ name: 'Sam', passphrase: 'short', role: 'manager' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('10 letters') })
  })
})

describe('guessing a passphrase', () => {
  const seconds = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work().catch(() => null)
    return (performance.now() - start) / 1000
  }

  test('three wrong ones cost nothing, and each after that waits longer', async () => {
    const { api } = await aCounty()
    const guess = () => api.users.signIn({ name: 'Ada Administrator', passphrase: 'a wrong guess' })
    for (let wrong = 0; wrong < 3; wrong++) expect(await seconds(guess)).toBeLessThan(0.45)
    expect(await seconds(guess)).toBeGreaterThanOrEqual(0.5)
    expect(await seconds(guess)).toBeGreaterThanOrEqual(1)
  })

  test('the right one clears the score', async () => {
    const { api } = await aCounty()
    for (const passphrase of ['wrong one', 'wrong two', PASSPHRASE, 'wrong three'])
      await seconds(() => api.users.signIn({ name: 'Ada Administrator', passphrase }))
    const right = () => api.users.signIn({ name: 'Ada Administrator', passphrase: PASSPHRASE })
    expect(await seconds(right)).toBeLessThan(0.45)
  })
})

describe('the places somebody’s role is about', () => {
  test('are kept, changed and undone with the person, and every building is none chosen', async () => {
    const county = await aCounty()
    const { api } = county
    const wigston = await aBuilding(county, 'Wigston Magna')
    const oadby = await aBuilding(county, 'Oadby')
    const made = await api.users.create({
      name: 'Sam',
      passphrase: PASSPHRASE,
      role: 'assistant',
      buildingIds: [wigston.id],
    })
    expect(made).toMatchObject({ buildingIds: [wigston.id], half: null, staffId: null })
    const change = { id: made.id, version: made.version, disabled: false } as const
    const officer = await api.users.update({ ...change, role: 'facilities', half: 'west' })
    expect(officer).toMatchObject({ role: 'facilities', half: 'west', buildingIds: [] })
    await (
      await undoOf(county)
    )()
    const [back] = (await api.users.list({})).filter((one) => one.id === made.id)
    expect(back).toMatchObject({ role: 'assistant', half: null, buildingIds: [wigston.id] })
    const both = await api.users.update({
      ...change,
      version: back!.version,
      role: 'assistant',
      buildingIds: [oadby.id, wigston.id, oadby.id],
    })
    expect(both.buildingIds.toSorted()).toEqual([wigston.id, oadby.id].toSorted())
  })

  test('are known to the window from signing in on, and at once when they are changed', async () => {
    const county = await aCounty()
    const wigston = await aBuilding(county)
    const sam = await county.as('assistant', { buildingIds: [wigston.id] })
    expect((await sam.county.status({})).signedIn).toMatchObject({ buildingIds: [wigston.id] })
    const user = (await county.api.users.list({})).find((one) => one.role === 'assistant')
    await county.api.users.update({
      id: user!.id,
      version: user!.version,
      role: 'assistant',
      disabled: false,
    })
    expect((await sam.county.status({})).signedIn).toMatchObject({ buildingIds: [] })
  })
})

test('whoever makes a county has signed in to it, and somebody added since has not', async () => {
  const { api } = await aCounty()
  await api.users.create({ name: 'Olive', passphrase: PASSPHRASE, role: 'assistant' })
  const list = (await api.users.list({})).map((one) => [one.name, one.lastSignedInAt] as const)
  expect(Object.fromEntries(list)).toEqual({ 'Ada Administrator': NOW, Olive: null })
})
