import { expect, test } from 'vitest'
import type { CodeSettings } from '../../../shared/registers/codes.contract.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const told = { attended: false, expected: true, contact: false, apology: true, minutes: null } as const

async function find({ api }: TestCounty, letter: string) {
  const code = (await api.registers.listCodes({})).find((one) => one.code === letter)
  if (code === undefined) throw new Error(`There is no ${letter}.`)
  return code
}
const sent = ({ used: _used, fixed: _fixed, ...code }: CodeSettings) => code

test('what a mark says is fixed once a register has it, and its words, key and place are not', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  await county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 0), code: 'L' })
  const late = await find(county, 'L')
  expect(late).toMatchObject({ used: true, minutes: 'late' })
  await expect(county.api.registers.updateCode({ ...sent(late), minutes: null })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Retire L and add a new mark'),
  })
  const changed = await county.api.registers.updateCode({ ...sent(late), label: 'Came late', key: 'Z' })
  expect(changed).toMatchObject({ label: 'Came late', key: 'z', version: late.version + 1 })
  await expect(county.api.registers.updateCode(sent(late))).rejects.toMatchObject({ code: 'CHANGED' })
})

test('as long as no register has a mark, what it says can be changed', async () => {
  const county = await aCounty()
  const code = await county.api.registers.createCode({ code: 'I', label: 'Ill', ...told })
  const changed = await county.api.registers.updateCode({ ...sent(code), apology: false })
  expect(changed).toMatchObject({ apology: false, used: false })
})

test('a retired mark stays in old registers, is not offered, and its key is free', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const place = { sessionId: at(sessions, 0), personId: at(people, 0) }
  await county.api.registers.mark({ ...place, code: 'O' })
  await county.api.registers.updateCode({ ...sent(await find(county, 'O')), retired: true })
  await expect(
    county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 1), code: 'O' }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('not a mark that is in use') }) // prettier-ignore
  const register = await county.api.registers.open({ sessionId: at(sessions, 0) })
  expect(at(register.rows, 0).mark?.code).toBe('O')
  expect(register.codes.find((code) => code.code === 'O')).toMatchObject({ retired: true, label: 'Attended online' }) // prettier-ignore
  const early = sent(await find(county, 'E'))
  expect(await county.api.registers.updateCode({ ...early, key: 'o' })).toMatchObject({ key: 'o' })
  await expect(
    county.api.registers.updateCode({ ...sent(await find(county, 'O')), retired: false }),
  ).rejects.toMatchObject({ details: { fields: { key: expect.stringContaining('gives Left early already') } } }) // prettier-ignore
  await expect(
    county.api.registers.createCode({ code: 'O', label: 'On the phone', ...told }),
  ).rejects.toMatchObject({ details: { fields: { code: expect.stringContaining('now retired') } } })
})

test('the marks that the program writes itself are never retired, nor made to say otherwise', async () => {
  const county = await aCounty()
  for (const letter of ['P', 'A', 'N']) {
    const code = sent(await find(county, letter))
    await expect(county.api.registers.updateCode({ ...code, retired: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('cannot be retired'),
    })
    await expect(
      county.api.registers.updateCode({ ...code, expected: true, attended: letter !== 'P', apology: false }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  }
})

test('a mark that contradicts itself, or takes a key of the register, is refused by field', async () => {
  const { api } = await aCounty()
  const add = (change: object, code = 'I') =>
    api.registers.createCode({ code, label: 'Ill', ...told, ...change })
  await expect(add({ attended: true, expected: false, apology: false })).rejects.toMatchObject({ details: { fields: { expected: expect.any(String) } } }) // prettier-ignore
  await expect(add({ attended: true, contact: true, apology: false })).rejects.toMatchObject({ details: { fields: { contact: expect.any(String) } } }) // prettier-ignore
  await expect(add({ attended: true })).rejects.toMatchObject({ details: { fields: { apology: expect.any(String) } } }) // prettier-ignore
  await expect(add({ minutes: 'late' })).rejects.toMatchObject({ details: { fields: { minutes: expect.any(String) } } }) // prettier-ignore
  await expect(add({}, 'W')).rejects.toMatchObject({ details: { fields: { code: expect.stringContaining('adds a walk-in') } } }) // prettier-ignore
  await expect(add({ label: 'apologies' })).rejects.toMatchObject({ details: { fields: { label: expect.any(String) } } }) // prettier-ignore
  await expect(add({}, 'P')).rejects.toMatchObject({ details: { fields: { code: expect.stringContaining('P is Present') } } }) // prettier-ignore
})

test('the register offers marks in the order that was chosen', async () => {
  const county = await aCounty()
  const before = (await county.api.registers.listCodes({})).map((code) => code.code)
  await county.api.registers.orderCodes({ codes: ['N', ...before.filter((letter) => letter !== 'N')] })
  const { sessions } = await aRegister(county)
  const { codes } = await county.api.registers.open({ sessionId: at(sessions, 0) })
  expect(codes.map((code) => code.code).join('')).toBe('NPLAEOMX')
  await expect(county.api.registers.orderCodes({ codes: ['P', 'N'] })).rejects.toMatchObject({
    code: 'CHANGED',
  })
})

test('facilitators use the marks and do not change them', async () => {
  const county = await aCounty()
  const api = await county.as('facilitator')
  expect((await api.registers.listCodes({})).length).toBe(8)
  await expect(api.registers.createCode({ code: 'I', label: 'Ill', ...told })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
})

test('an undo does not give a mark back what it said once registers have it', async () => {
  const county = await aCounty()
  const code = await county.api.registers.createCode({ code: 'I', label: 'Ill', ...told })
  await county.api.registers.updateCode({ ...sent(code), apology: false })
  const { undo } = await county.api.audit.nextUndo({})
  const { sessions, people } = await aRegister(county)
  await county.api.registers.mark({ sessionId: at(sessions, 0), personId: at(people, 0), code: 'I' })
  await expect(county.api.audit.undo({ id: undo!.id })).rejects.toMatchObject({
    message: expect.stringContaining('registers have that mark now'),
  })
})
