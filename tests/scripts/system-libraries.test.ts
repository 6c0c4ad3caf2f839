import { expect, test } from 'vitest'
import { missingFrom, missingSentence, packagesFor } from '../../scripts/lib/system-libraries.mjs'

const ldd = `
\tlinux-vdso.so.1 (0x00007ffd)
\tlibnss3.so => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibgbm.so.1 => not found
`

test('the libraries that were not found are told from those that were', () => {
  expect(missingFrom(ldd)).toEqual(['libnss3.so', 'libgbm.so.1'])
  expect(missingFrom('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n')).toEqual([])
})

test('only what is missing is asked for', () => {
  expect(packagesFor({ libraries: false, screen: false, fonts: false })).toEqual([])
  expect(packagesFor({ libraries: false, screen: true, fonts: false })).toEqual(['xvfb', 'xauth'])
  expect(packagesFor({ libraries: true, screen: false, fonts: false })).toContain('libgtk-3-0')
})

test('somebody who may not install them is given the exact command', () => {
  expect(missingSentence(['xvfb', 'xauth'])).toContain(
    'apt-get update && apt-get install -y --no-install-recommends xvfb xauth',
  )
})
