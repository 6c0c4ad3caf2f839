import { describe, expect, test } from 'vitest'
import { installIsCurrent } from '../../scripts/lib/install.mjs'

const entry = (version: string) => ({ version, integrity: `sha512-${version}` })
const lock = {
  packages: {
    '': { name: 'gather' },
    'node_modules/zod': entry('4.6.7'),
    'node_modules/vite': entry('8.3.8'),
  },
}
const installed = (packages: Record<string, unknown>) => ({ packages })
const all = { 'node_modules/zod': entry('4.6.7'), 'node_modules/vite': entry('8.3.8') }

describe('packages are installed only when npm has not already done so', () => {
  test('the same packages are current', () => expect(installIsCurrent(lock, installed(all))).toBe(true))

  test('nothing installed is not current', () => {
    expect(installIsCurrent(lock, null)).toBe(false)
    expect(installIsCurrent(null, installed(all))).toBe(false)
  })

  test('another version is not current', () => {
    expect(installIsCurrent(lock, installed({ ...all, 'node_modules/zod': entry('4.6.8') }))).toBe(false)
  })

  test('the same version with other contents is not current', () => {
    const changed = { version: '4.6.7', integrity: 'sha512-other' }
    expect(installIsCurrent(lock, installed({ ...all, 'node_modules/zod': changed }))).toBe(false)
  })

  test('a missing package is not current', () => {
    expect(installIsCurrent(lock, installed({ 'node_modules/zod': entry('4.6.7') }))).toBe(false)
  })

  test('a package that the lock no longer has is not current', () => {
    expect(installIsCurrent(lock, installed({ ...all, 'node_modules/left': entry('1.0.0') }))).toBe(false)
  })

  test('a package for another system may be missing', () => {
    const forMac = { ...entry('1.0.0'), optional: true }
    const wider = { packages: { ...lock.packages, 'node_modules/for-mac': forMac } }
    expect(installIsCurrent(wider, installed(all))).toBe(true)
  })
})
