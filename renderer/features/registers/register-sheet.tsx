import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { PersonPeek } from './person-peek.tsx'
import { RegisterFoot } from './register-foot.tsx'
import { RegisterTable } from './register-table.tsx'
import { StateNote } from './state-note.tsx'
import { useMarking } from './use-marking.ts'
import { useRegisterActions } from './use-register-actions.ts'
import { useRegisterKeys } from './use-register-keys.ts'
import { useRows } from './use-rows.ts'
import { WalkInDialog } from './walk-in-dialog.tsx'
import classes from './register.module.css'

/** What heads the register: the parts of its page. */
export interface Heading {
  readonly title: string
  readonly sentence: ReactNode
  readonly action: ReactNode
}

/** Below this, at 200 % zoom, the page scrolls as a whole and the person in hand stands under the sheet. */
const ROOMY = '(min-width: 901px) and (min-height: 560px)'

/** The sheet and everything around it. */
export function RegisterSheet({ register, heading }: { register: Register; heading: Heading }) {
  const may = useMay()
  const { rows } = register
  const codes = register.codes.filter((code) => !code.retired)
  const { current, setCurrent, goTo, hold } = useRows(rows)
  const marking = useMarking(register.sessionId)
  const actions = useRegisterActions(register, marking, goTo)
  const readOnly = register.state === 'complete' || register.state === 'did-not-run' || !may('registers.edit')
  const inHand = rows.find((row) => row.personId === current)
  const peek = <PersonPeek row={inHand} />
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })

  const keys = useRegisterKeys({ register, codes, readOnly, marking, actions, goTo })

  return (
    <div className={classes.screen} role="presentation" onKeyDown={keys.press}>
      <Page {...heading} fill={roomy} side={roomy && peek}>
        <StateNote register={register} onReopen={actions.reopen} />
        {rows.length === 0 && (
          <NobodyYet register={register} onWalkIn={readOnly ? null : actions.walkIn.open} />
        )}
        {rows.length > 0 && (
          <div className={classes.paper}>
            <RegisterTable
              label={`Register of ${register.groupName}`}
              rows={rows}
              codes={register.codes}
              current={current}
              unsaved={marking.unsaved}
              readOnly={readOnly}
              onCell={hold}
              onFocus={setCurrent}
              onKeyDown={keys.pressRow}
            />
          </div>
        )}
        {!roomy && peek}
        {!readOnly && rows.length > 0 && (
          <RegisterFoot
            codes={codes}
            marked={rows.filter((row) => row.mark !== null).length}
            all={rows.length}
            said={marking.said}
            failed={marking.failed}
            ahead={register.state === 'not-due'}
            onCode={(code) => inHand && keys.give(inHand, code)}
            onRest={actions.rest}
            onWalkIn={actions.walkIn.open}
            onComplete={actions.complete}
          />
        )}
        <WalkInDialog
          register={register}
          opened={actions.walkIn.opened}
          onClose={actions.walkIn.close}
          onPicked={goTo}
          onAdded={(name) =>
            marking.say({ whose: name, text: 'Walk-in added and marked P. Ctrl + Z undoes it' })
          }
        />
      </Page>
    </div>
  )
}

function NobodyYet({ register, onWalkIn }: { register: Register; onWalkIn: (() => void) | null }) {
  const action = (
    <>
      <Button mr="sm" onClick={() => go(`/groups/${register.groupId}/people`)}>
        Enrol people
      </Button>
      {onWalkIn !== null && register.state !== 'not-due' && (
        <Button variant="default" onClick={onWalkIn}>
          Add a walk-in
        </Button>
      )}
    </>
  )
  return (
    <EmptyState action={action}>
      Nobody is enrolled on the day of this session, so there is nobody to mark. Enrol people in the group and
      they stand here at once.
    </EmptyState>
  )
}
