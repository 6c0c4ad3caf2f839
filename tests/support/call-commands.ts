import { setThresholds } from './call-factories.ts'
import type { Case } from './command-case.ts'
import { aRegister } from './register-factories.ts'

/** Ways of using each command of who needs a call. */
export const callCommands: Readonly<Record<string, Case>> = {
  'calls.answer': async (county) => {
    const { groupId } = await aRegister(county)
    return () =>
      county.api.calls.answer({
        kind: 'register-not-taken',
        subjectId: groupId,
        answer: 'Being taken today',
        until: '2026-11-30',
      })
  },
  'calls.changeThresholds': (county) => Promise.resolve(() => setThresholds(county, { absences: 3 })),
}
