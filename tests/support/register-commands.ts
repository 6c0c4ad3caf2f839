import type { Case } from './command-case.ts'
import { aWorker } from './group-factories.ts'
import { aGroupToday } from './group-today.ts'
import { at } from './register-factories.ts'

const flags = { attended: false, expected: true, contact: false, apology: true, minutes: null } as const

/** For each command of the registers beside marking one person, a way of using it for real. */
export const registerCommands: Readonly<Record<string, Case>> = {
  'registers.mark: minutes late': async (county) => {
    const { sessionId, people } = await aGroupToday(county)
    const personId = at(people, 0)
    await county.api.registers.mark({ sessionId, personId, code: 'L' })
    return () => county.api.registers.mark({ sessionId, personId, code: 'L', minutes: 10 })
  },
  'registers.markMany': async (county) => {
    const { sessionId, people } = await aGroupToday(county)
    await county.api.registers.mark({ sessionId, personId: at(people, 0), code: 'A' })
    return () => county.api.registers.markMany({ sessionId, personIds: people, code: 'P' })
  },
  'registers.setNote': async (county) => {
    const { sessionId, people } = await aGroupToday(county)
    const personId = at(people, 0)
    await county.api.registers.mark({ sessionId, personId, code: 'P' })
    return () => county.api.registers.setNote({ sessionId, personId, note: 'Left with their aunt\nat noon' })
  },
  'registers.apologise': async (county) => {
    const { people } = await aGroupToday(county)
    return () =>
      county.api.registers.apologise({ personId: at(people, 0), from: '2026-11-23', to: '2027-03-31' })
  },
  'registers.setSessionNote': async (county) => {
    const { sessionId } = await aGroupToday(county)
    return () => county.api.registers.setSessionNote({ sessionId, note: 'Went well.\nQuestion box: 2' })
  },
  'registers.setMode': async (county) => {
    const { sessionId } = await aGroupToday(county)
    return () => county.api.registers.setMode({ sessionId, mode: 'online' })
  },
  'registers.setDelivered': async (county) => {
    const { sessionId } = await aGroupToday(county)
    const [one, other] = [await aWorker(county), await aWorker(county, 'Amir Khan')]
    const lead = { staffId: one.id, part: 'lead' } as const
    await county.api.registers.setDelivered({ sessionId, delivered: [lead] })
    const delivered = [{ ...lead, part: 'support' as const }, { staffId: other.id, part: 'volunteer' as const, minutes: 90 }] // prettier-ignore
    return () => county.api.registers.setDelivered({ sessionId, delivered })
  },
  'registers.setHeadcount': async (county) => {
    const { sessionId } = await aGroupToday(county)
    return () => county.api.registers.setHeadcount({ sessionId, role: 'child', people: 23 })
  },
  'registers.setHeadcount: taken away': async (county) => {
    const { sessionId } = await aGroupToday(county)
    await county.api.registers.setHeadcount({ sessionId, role: 'adult', people: 0 })
    return () => county.api.registers.setHeadcount({ sessionId, role: 'adult', people: null })
  },
  'registers.createCode': async ({ api }) => {
    return () => Promise.resolve(api.registers.createCode({ code: 'I', label: 'Ill', ...flags }))
  },
  'registers.updateCode': async ({ api }) => {
    const { used: _used, fixed: _fixed, ...code } = await api.registers.createCode({ code: 'I', label: 'Ill', ...flags }) // prettier-ignore
    return () => api.registers.updateCode({ ...code, label: 'Ill, told us', key: 'z', apology: false })
  },
  'registers.orderCodes': async ({ api }) => {
    const codes = (await api.registers.listCodes({})).map((one) => one.code).reverse()
    return () => api.registers.orderCodes({ codes })
  },
}
