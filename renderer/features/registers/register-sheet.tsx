import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Page } from '../../ui/page.tsx'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { Corrections } from './corrections.tsx'
import { NobodyYet } from './nobody-yet.tsx'
import { RegisterFoot } from './register-foot.tsx'
import { RegisterTable } from './register-table.tsx'
import { waits } from './row-chips.tsx'
import { BesideSheet, panelOf } from './side-of-sheet.tsx'
import { StateNote } from './state-note.tsx'
import { countsOf, useSheet } from './use-sheet.ts'
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
  const sheet = useSheet(register)
  const { everybody, actions, marking, current, goTo, keys, readOnly, note, mayMark } = sheet
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })
  const inHand = everybody.find((row) => row.personId === current)
  const panel = panelOf({ register, actions, mayWrite: mayMark })
  const beside = <BesideSheet {...{ register, inHand, actions, readOnly, note }} onBack={() => goTo(inHand?.personId)} /> // prettier-ignore
  return (
    <div className={classes.screen} role="presentation" onKeyDown={keys.press}>
      <Page {...heading} fill={roomy} side={panel ?? (roomy && beside)}>
        <StateNote register={register} onReopen={actions.reopen} />
        {everybody.length === 0 && (
          <NobodyYet register={register} onWalkIn={readOnly ? null : actions.walkIn.open} />
        )}
        {everybody.length > 0 && (
          <div className={classes.paper}>
            <RegisterTable
              label={`Register of ${register.groupName}`}
              rows={sheet.rows}
              volunteers={register.volunteers}
              together={actions.together}
              codes={register.codes}
              current={current}
              unsaved={marking.unsaved}
              typed={sheet.minutes.typed}
              readOnly={readOnly}
              onCell={sheet.hold}
              onFocus={sheet.setCurrent}
              onKeyDown={keys.pressRow}
            />
          </div>
        )}
        {!roomy && panel === null && beside}
        {register.state === 'complete' && <Corrections register={register} inHand={inHand} />}
        <Foot register={register} sheet={sheet} inHand={inHand} />
        <WalkInDialog
          register={register}
          opened={actions.walkIn.opened}
          onClose={actions.walkIn.close}
          onPicked={goTo}
          onAdded={(name, standing, warning) =>
            marking.say({ whose: name, text: warning ?? walkInWords(standing) })
          }
        />
      </Page>
    </div>
  )
}

interface FootProps {
  readonly register: Register
  readonly sheet: ReturnType<typeof useSheet>
  readonly inHand: RegisterRow | undefined
}

/** Nothing to write on, or nobody to write about: no foot. */
function Foot({ register, sheet, inHand }: FootProps) {
  const { codes, rows, everybody, actions, marking, keys, readOnly } = sheet
  const counts = countsOf(register, rows)
  if (readOnly || (everybody.length === 0 && !counts.heads)) return null
  return (
    <RegisterFoot
      codes={codes}
      marked={counts.marked}
      came={counts.came}
      all={counts.all}
      families={counts.families ? (actions.together ? 'together' : 'apart') : 'none'}
      onFamilies={actions.families}
      said={marking.said}
      failed={marking.failed}
      ahead={register.state === 'not-due'}
      onCode={(code) => inHand && keys.give(inHand, code)}
      onRest={actions.rest}
      onWalkIn={actions.walkIn.open}
      onComplete={actions.complete}
    />
  )
}

/** Somebody who waits for a place has come: the place is decided by a person, not by the register. */
const walkInWords = (standing: RegisterRow['standing']) =>
  waits({ standing })
    ? 'Walk-in added and marked P. They are waiting for a place: decide on it beside'
    : 'Walk-in added and marked P. Ctrl + Z undoes it'
