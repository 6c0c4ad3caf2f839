import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { registerPdfName } from '../../../shared/exports/file-name.rules.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { longDate, timeRange } from '../../../shared/time/format.ts'
import type { PastRegister } from '../../../shared/registers/correcting.contract.ts'
import { printPaper, savePaper, start } from '../paper/print.ts'
import { PastTable, stateWords } from './correct-past-table.tsx'
import classes from './corrections.module.css'

/** A register as it stood at the end of a day: `#/registers/:sessionId/as-at/:on`. Nothing is written here. */
export function PastRegisterScreen() {
  const { sessionId = '', on = '' } = useParams()
  const query = useQuery(ask('registers', 'asAt', { sessionId, on }))
  const register = query.data
  const back = <Anchor href={`#/registers/${sessionId}`}>The register as it stands</Anchor>
  return (
    <Page
      title={register?.groupName ?? 'Register'}
      sentence={
        register && `${longDate(register.startsAt)}, ${timeRange(register.startsAt, register.endsAt)}`
      }
      back={back}
      action={register && <PrintPast register={register} />}
    >
      <Answer query={query}>{(data) => <Past register={data} />}</Answer>
    </Page>
  )
}

function Past({ register }: { register: PastRegister }) {
  return (
    <>
      <p className={classes.history}>
        <strong>History.</strong> This is how the register stood at the end of {longDate(register.on)}:{' '}
        {stateWords(register)}.
      </p>
      {register.rows.length === 0 ? (
        <EmptyState>Nobody was on this register by then.</EmptyState>
      ) : (
        <PastTable register={register} />
      )}
    </>
  )
}

function PrintPast({ register: { sessionId, on, publicTitle, startsAt } }: { register: PastRegister }) {
  const paper = {
    route: `/print/register/${sessionId}/as-at/${on}`,
    fileName: registerPdfName(`${publicTitle} as at ${on}`, dateOf(startsAt)),
  }
  return (
    <>
      <Button variant="default" onClick={() => start(printPaper(paper))}>
        Print it
      </Button>
      <Button variant="default" onClick={() => start(savePaper(paper))}>
        Save as PDF
      </Button>
    </>
  )
}
