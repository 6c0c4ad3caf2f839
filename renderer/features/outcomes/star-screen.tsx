import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { starName } from '../../../shared/exports/file-name.rules.ts'
import { starAsked, type Star, type StarPoint } from '../../../shared/outcomes/star.contract.ts'
import { completerLabels } from '../../../shared/outcomes/measure-details.ts'
import { starInWords } from '../../../shared/outcomes/star.rules.ts'
import { printPaper, savePaper, start } from '../paper/print.ts'
import { StarKey, StarPlot } from './star-plot.tsx'
import { formWords, moveWords, pointWords, stageWords, starFinding, starNotes } from './star-words.ts'
import classes from './star.module.css'

/** One person's first and latest, drawn and in a table: `#/stars/:groupId/:personId/:measureId`. */
export function StarScreen() {
  const asked = starAsked.parse(useParams())
  const query = useQuery(ask('outcomes', 'star', asked))
  const star = query.data
  return (
    <Page
      title={star === undefined ? 'Star' : `${star.personName}: ${star.measureName}`}
      sentence={star?.groupName}
      back={<a href={`#/groups/${asked.groupId}/outcomes`}>Outcomes of the group</a>}
      action={star?.first && <PrintStar star={star} />}
    >
      <Answer query={query}>{(data) => <Shown star={data} />}</Answer>
    </Page>
  )
}

function Shown({ star }: { star: Star }) {
  const { first, latest } = star
  if (first === null)
    return (
      <>
        <EmptyState
          action={<a href={`#/groups/${star.groupId}/outcomes`}>Type it in the outcomes of the group</a>}
        >
          There is nothing to draw for {star.personName} yet.
        </EmptyState>
        {star.forms.length > 0 && <Forms star={star} />}
      </>
    )
  return (
    <>
      <h2>{starFinding(star)}</h2>
      {starNotes(star).map((note) => (
        <p key={note} className={classes.quiet}>
          {note}
        </p>
      ))}
      <div className={classes.both}>
        <div>
          <StarPlot star={star} words={starInWords(star.measureName, star)} />
          <StarKey first={formWords(first)} latest={latest && formWords(latest)} />
        </div>
        <Parts star={star} />
      </div>
      {star.bandSources.length > 0 && (
        <p className={classes.quiet}>
          Bands are for staff, decide no figure and are not on the family’s paper.{' '}
          {star.bandSources.join(' ')}
        </p>
      )}
      <Forms star={star} />
    </>
  )
}

function Parts({ star }: { star: Star }) {
  const { first, latest } = star
  return (
    <table className={classes.table} aria-label="Each area">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">{first && formWords(first)}</th>
          {latest && <th scope="col">{formWords(latest)}</th>}
          {latest && <th scope="col">Moved</th>}
        </tr>
      </thead>
      <tbody>
        {star.parts.map((part) => (
          <tr key={part.item}>
            <th scope="row">{part.name}</th>
            <td className={part.first.value === null ? classes.quiet : classes.number}>
              {pointWords(part.first)}
              <Band of={part.first} />
            </td>
            {latest && (
              <td>
                <span className={part.latest.value === null ? classes.quiet : classes.number}>
                  {pointWords(part.latest)}
                </span>
                <Band of={part.latest} />
              </td>
            )}
            {latest && (
              <td>
                {moveWords(part)}
                {stageWords(part) !== null && <span className={classes.quiet}>{stageWords(part)}</span>}
                {part.fallReason !== null && (
                  <span className={classes.quiet}>Because: {part.fallReason}</span>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Band = ({ of: { band } }: { of: StarPoint }) =>
  band === null ? null : <span className={classes.quiet}>{band}</span>

/** Every form there is: those that are not used stand greyed, with why. */
function Forms({ star }: { star: Star }) {
  return (
    <section className={classes.section}>
      <h3>Every time it was done</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Completed by</th>
            <th scope="col">Areas with a number</th>
            <th scope="col">Used</th>
          </tr>
        </thead>
        <tbody>
          {star.forms.map((form) => (
            <tr key={`${form.timePoint} ${form.round} ${form.completedBy}`} data-counts={form.counts}>
              <th scope="row">{formWords(form)}</th>
              <td>{completerLabels[form.completedBy]}</td>
              <td>
                {form.known} of {star.parts.length}
              </td>
              <td>{form.leftOut ?? 'Used'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** For the family to keep: on paper, or as a PDF. */
function PrintStar({ star }: { star: Star }) {
  const { groupId, personId, measureId, publicTitle, latest, first } = star
  const day = latest?.takenOn ?? first?.takenOn ?? ''
  const paper = { route: `/print/star/${groupId}/${personId}/${measureId}`, fileName: starName(publicTitle, day) } // prettier-ignore
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPrinter size={16} aria-hidden />}>Print for the family</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start(printPaper(paper))}>Print</Menu.Item>
        <Menu.Item onClick={() => start(savePaper(paper))}>Save as PDF</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
