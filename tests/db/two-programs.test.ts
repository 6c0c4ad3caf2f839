import { renameSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { createHost } from '../../db/host.ts'
import { aCounty, NOW, type TestCounty } from '../support/test-county.ts'

const names = (buildingWord: string) => ({ serviceName: 'Family Help', buildingWord })

/** Another program on the same file, as the command line is while the window is open. */
async function anotherProgram({ file, session }: TestCounty) {
  const host = await createHost({
    file,
    version: '0.0.0-test',
    now: () => new Date(NOW),
    log: () => undefined,
  })
  const other = { ...host.openSession({ take: () => null }), actor: session.actor }
  return {
    rename: (word: string) => host.call(other, 'settings', 'update', names(word)),
    close: () => host.close(),
  }
}

test('what another program writes is noticed, once; what is written here is told by the command itself', async () => {
  const county = await aCounty()
  const other = await anotherProgram(county)
  const told = vi.fn()
  county.host.onChanged(told)

  county.host.lookForChanges()
  expect(told).toHaveBeenCalledTimes(0)

  expect(await other.rename('Family hub')).toMatchObject({ ok: true })
  county.host.lookForChanges()
  county.host.lookForChanges()
  expect(told).toHaveBeenCalledTimes(1)
  expect(await county.api.settings.get({})).toMatchObject({ buildingWord: 'Family hub' })

  await county.api.settings.update(names('Centre'))
  county.host.lookForChanges()
  expect(told).toHaveBeenCalledTimes(2)
  await other.close()
})

test('looking after the county was closed, or before there is one, tells nobody and does no harm', async () => {
  const { host, file } = await aCounty()
  const told = vi.fn()
  host.onChanged(told)
  await host.close()
  host.lookForChanges()
  const empty = await createHost({
    file: `${file}-none`,
    version: '',
    now: () => new Date(NOW),
    log: () => undefined,
  })
  empty.onChanged(told)
  empty.lookForChanges()
  expect(told).not.toHaveBeenCalled()
})

// Windows itself keeps a file that is open from being moved.
test.skipIf(process.platform === 'win32')(
  'nothing is written to a file that was moved away or replaced while it was open',
  async () => {
    const { api, file } = await aCounty()
    await api.settings.update(names('Centre'))
    renameSync(file, `${file}.elsewhere`)
    await expect(api.settings.update(names('Family hub'))).rejects.toMatchObject({
      code: 'FILE',
      message: expect.stringContaining('moved'),
    })
    renameSync(`${file}.elsewhere`, file)
    expect(await api.settings.get({})).toMatchObject({ buildingWord: 'Centre' })
    await api.settings.update(names('Family hub'))
    expect(await api.settings.get({})).toMatchObject({ buildingWord: 'Family hub' })
  },
)
