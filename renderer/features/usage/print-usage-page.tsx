import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { buildingId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/time/format.ts'
import {
  levelLabels,
  lineName,
  linesOf,
  shares,
  usageDefinitions,
} from '../../../shared/usage/figures.rules.ts'
import type { Level, Line } from '../../../shared/usage/figures.rules.ts'
import type { Usage } from '../../../shared/usage/usage.contract.ts'
import { periodInWords } from '../../../shared/usage/words.rules.ts'
import { findingOf } from './usage-findings.tsx'
import { hoursText, shareText } from './usage-table.tsx'
import classes from './usage.module.css'

const levels: readonly Level[] = ['room', 'building', 'locality', 'half']

/** The use of buildings on paper: `#/print/usage/:from/:to/:level/:building`. The figures of the screen. */
export function PrintUsagePage() {
  const { from = '', to = '', level = '', building = '' } = useParams()
  const parsed = buildingId.safeParse(building)
  const asked = { from, to, buildingId: parsed.success ? parsed.data : null }
  const query = useQuery(ask('usage', 'report', asked))
  usePrintReady('Use of buildings', query.data !== undefined)
  const shown = levels.find((one) => one === level) ?? 'building'
  return <Answer query={query}>{(usage) => <Paper usage={usage} level={shown} />}</Answer>
}

function Paper({ usage, level }: { usage: Usage; level: Level }) {
  const status = useStatus()
  return (
    <main className={classes.paper}>
      <p>{CLASSIFICATION}</p>
      <h1>Use of buildings, {periodInWords(usage)}</h1>
      <p>{findingOf(usage)}</p>
      <p>
        Printed {longDate(status?.today ?? usage.until)} by {status?.signedIn?.name}
        {status?.sample && ' · Sample county: every place and number is invented.'}
      </p>
      <table>
        <thead>
          <tr>
            {[
              levelLabels[level],
              'Open hours',
              'Booked hours',
              'Booked',
              'Used',
              'Attended',
              'Seats filled',
              'Nobody came',
            ].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(usage, level).map((line) => (
            <PaperLine key={line.key} line={line} />
          ))}
        </tbody>
      </table>
      {usageDefinitions.map(({ name, definition }) => (
        <p key={name}>
          <strong>{name}.</strong> {definition}
        </p>
      ))}
    </main>
  )
}

function PaperLine({ line }: { line: Line }) {
  const { use } = line
  const share = shares(use)
  return (
    <tr>
      <th scope="row">{lineName(line)}</th>
      <td>{hoursText(line, 'open')}</td>
      <td>{hoursText(line, 'booked')}</td>
      <td>{shareText(share.booked)}</td>
      <td>{shareText(share.used)}</td>
      <td>{shareText(share.attended)}</td>
      <td>{shareText(share.seats)}</td>
      <td>{use.noShows}</td>
    </tr>
  )
}
