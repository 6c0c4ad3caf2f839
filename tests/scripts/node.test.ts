import { expect, test } from 'vitest'
import { chooseNode, isNewEnough } from '../../scripts/lib/node.mjs'

test.each([
  ['22.18.0', true],
  ['24.0.0', true],
  ['22.17.9', false],
  ['20.20.2', false],
  ['18.0.0', false],
])('Node %s is new enough: %s', (version, expected) => expect(isNewEnough(version)).toBe(expected))

test("the project's own Node is used where npm could install it, however new the other is", () => {
  expect(chooseNode({ version: '24.1.0', execPath: '/usr/bin/node', own: '/project/node' })).toBe(
    '/project/node',
  )
})

test('else the Node that runs the script is used, if it is new enough', () => {
  expect(chooseNode({ version: '24.1.0', execPath: '/usr/bin/node', own: null })).toBe('/usr/bin/node')
})

test('an old Node without any other is refused in a sentence that says what to install', () => {
  const choose = () => chooseNode({ version: '20.20.2', execPath: '/usr/bin/node', own: null })
  expect(choose).toThrow('Gather needs Node 22.18 or newer and this is Node 20.20.2. Install Node 24')
})
