import { expect, test } from 'vitest'
import { aCounty, PASSPHRASE } from '../support/test-county.ts'

test('the person who makes the county is signed in as its administrator', async () => {
  const { api } = await aCounty()
  const status = await api.county.status({})
  expect(status).toMatchObject({
    state: 'ready',
    sample: false,
    signedIn: { name: 'Ada Administrator', role: 'administrator' },
  })
})

test('a second county is never made over the first', async () => {
  const { api } = await aCounty()
  await expect(
    api.county.create({ name: 'Eve', passphrase: PASSPHRASE, contents: 'empty' }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('after signing out nothing but signing in is possible', async () => {
  const { api } = await aCounty()
  await api.users.signOut({})
  await expect(api.users.list({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  expect(await api.users.signIn({ name: ' ada ADMINISTRATOR', passphrase: PASSPHRASE })).toMatchObject({
    role: 'administrator',
  })
})

test('a wrong name and a wrong passphrase are refused in the same words', async () => {
  const { api } = await aCounty()
  const failure = (name: string, passphrase: string) =>
    api.users.signIn({ name, passphrase }).catch((error: Error) => error.message)
  expect(await failure('Ada Administrator', 'not the passphrase')).toBe(await failure('Nobody', PASSPHRASE))
})
