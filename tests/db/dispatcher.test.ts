import { expect, test, vi } from 'vitest'
import { contract } from '../../shared/contract.ts'
import type { Contract } from '../../shared/operation.ts'
import { mayUse, roles } from '../../shared/permissions.ts'
import { aCounty } from '../support/test-county.ts'

const operations = Object.entries<Contract[string]>(contract).flatMap(([feature, named]) =>
  Object.entries(named).map(([name, operation]) => ({ feature, name, operation })),
)

test.each([
  ['__proto__', 'toString'],
  ['users', '__proto__'],
  ['users', 'toString'],
  ['users', 'nothing'],
  ['nothing', 'list'],
])('%s.%s is no operation', async (feature, name) => {
  const { host, session } = await aCounty()
  expect(await host.call(session, feature, name, {})).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
})

test('a request with a field too many is refused, and says which', async () => {
  const { host, session } = await aCounty()
  const reply = await host.call(session, 'users', 'list', { and: 'more' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
})

test('a fault is logged with its place and told in one plain sentence, and neither has its words', async () => {
  const { host, session, logged } = await aCounty()
  Object.defineProperty(session, 'actor', { get: () => { throw new Error('the inside of the program') } }) // prettier-ignore
  const reply = await host.call(session, 'users', 'list', {})
  expect(reply).toMatchObject({ ok: false, error: { code: 'FAULT' } })
  expect(JSON.stringify(reply)).not.toContain('inside')
  expect(logged.join()).toMatch(/^Error\n {4}at .*dispatcher\.test\.ts/)
})

test('a role gets no further than its permissions, in every operation there is', async () => {
  const county = await aCounty()
  for (const role of roles) {
    const api = await county.as(role)
    for (const { feature, name, operation } of operations.filter(
      (o) => !mayUse(role, o.operation.permission),
    )) {
      // Nonsense on purpose: who may ask is decided before what is asked.
      const failure = await callAs(api, feature, name)
      expect([role, feature, name, failure]).toEqual([role, feature, name, 'NOT_ALLOWED'])
      expect(operation.permission).not.toBe('public')
    }
  }
})

async function callAs(api: object, feature: string, name: string): Promise<unknown> {
  const send: unknown = Reflect.get(Reflect.get(api, feature) as object, name) // clientOf made it from the contract
  if (typeof send !== 'function') throw new Error(`${feature}.${name} is not in the client`)
  return send({ nonsense: true }).then(
    () => 'allowed',
    (error: { code: string }) => error.code,
  )
}

test('each command is one entry in the audit trail, under its own name', async () => {
  const { api } = await aCounty()
  const before = await api.audit.list({})
  await api.settings.update({ serviceName: 'Family Help', buildingWord: 'Family hub' })
  const after = await api.audit.list({})
  expect(after.length).toBe(before.length + 1)
  expect(after[0]).toMatchObject({ operation: 'settings.update' })
})

test('a command that fails half way changes nothing and leaves no entry', async () => {
  const { api } = await aCounty()
  const before = await api.audit.list({})
  const [ada] = await api.users.list({})
  await expect(
    api.users.update({ id: ada!.id, version: ada!.version, role: 'manager', disabled: false }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await api.users.list({})).toEqual([ada])
  expect(await api.audit.list({})).toEqual(before)
})

test('every window is told that a command changed something, and nobody is told of a query', async () => {
  const { api, host } = await aCounty()
  const told = vi.fn()
  const stop = host.onChanged(told)
  await api.settings.get({})
  await api.settings.update({ serviceName: 'Family Help', buildingWord: 'Family hub' })
  stop()
  await api.settings.update({ serviceName: 'Family Help', buildingWord: 'Centre' })
  expect(told).toHaveBeenCalledTimes(1)
})
