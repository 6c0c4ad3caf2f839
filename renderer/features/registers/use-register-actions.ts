import { useState } from 'react'
import { api } from '../../api/client.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { refreshAll } from '../../api/queries.ts'
import { useRemembered } from '../../api/remembered.ts'
import { notifyWithUndo } from '../../api/undo.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { DID_NOT_ATTEND } from '../../../shared/registers/registers.rules.ts'
import { count } from '../../../shared/text.ts'
import { deliveredInWords } from './record-words.ts'
import { lastRead, type Marking } from './use-marking.ts'

/** What is done to the register as a whole, each in its turn behind the marks still being saved. */
export function useRegisterActions(
  register: Register,
  { after, failed, say }: Marking,
  goTo: (id: PersonId) => void,
) {
  const [walkIn, setWalkIn] = useState(false)
  const [panel, setPanel] = useState<'record' | 'did-not-run' | null>(null)
  const [together, setTogether] = useRemembered('register.families', 'apart')
  const { sessionId } = register
  const rows = () => lastRead(sessionId)?.rows ?? register.rows
  const inTurn = (work: () => Promise<void>) => after(() => work().catch(notifyFailure))
  const goToFirstUnmarked = () => {
    const first = rows().find((row) => row.mark === null)
    if (first) goTo(first.personId)
    return first !== undefined
  }
  return {
    walkIn: { opened: walkIn, open: () => setWalkIn(true), close: () => setWalkIn(false) },
    record: { opened: panel === 'record', open: () => setPanel('record'), close: () => setPanel(null) },
    didNotRun: { opened: panel === 'did-not-run', open: () => setPanel('did-not-run'), close: () => setPanel(null) }, // prettier-ignore
    together: together === 'together',
    families: () => setTogether(together === 'together' ? 'apart' : 'together'),
    delivered: () =>
      inTurn(async () => {
        if (register.state === 'not-due' || register.suggested.length === 0) return
        const delivered = register.suggested.map(({ staffId, part }) => ({ staffId, part }))
        await api.registers.setDelivered({ sessionId, delivered })
        await refreshAll()
        say({ whose: '', text: `Recorded: ${deliveredInWords(register.suggested)}. Ctrl + Z undoes it` })
      }),
    rest: () =>
      inTurn(async () => {
        const { marked } = await api.registers.markRest({ sessionId, code: DID_NOT_ATTEND })
        await refreshAll()
        say({
          whose: '',
          text: `${count(marked, 'person', 'people')} marked ${DID_NOT_ATTEND}. Ctrl + Z undoes it`,
        })
      }),
    complete: () =>
      inTurn(async () => {
        if (register.state === 'not-due' || failed > 0 || goToFirstUnmarked()) return
        await api.registers.complete({ sessionId })
        await refreshAll()
        await notifyWithUndo('Register completed')
      }),
    reopen: () =>
      inTurn(async () => {
        await api.registers.reopen({ sessionId })
        await refreshAll()
        await notifyWithUndo('Register reopened')
      }),
    undo: () =>
      inTurn(async () => {
        const next = (await api.audit.nextUndo({})).undo
        if (next === null) return say({ whose: '', text: 'There is nothing to undo' })
        const before = rows()
        const { label } = await api.audit.undo({ id: next.id })
        await refreshAll()
        say({ whose: '', text: `Undone: ${label.toLowerCase()}` })
        const changed = firstChanged(before, rows())
        if (changed) goTo(changed.personId)
      }),
  }
}

/** The row to look at after an undo. */
const firstChanged = (before: readonly RegisterRow[], now: readonly RegisterRow[]) =>
  now.find((row) => before.find((old) => old.personId === row.personId)?.mark?.code !== row.mark?.code)
