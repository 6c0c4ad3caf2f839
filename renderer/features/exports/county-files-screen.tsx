import { Button, MultiSelect } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { ask, refreshAll } from '../../api/queries.ts'
import { useBuildingWord, useMay, useToday } from '../../api/session.ts'
import { runTask } from '../../api/tasks.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Output } from '../../api/client.ts'
import { countyFileName } from '../../../shared/exports/file-name.rules.ts'
import { fileKinds } from '../../../shared/exports/file-kinds.ts'
import { quarterBefore } from '../../../shared/reports/quarters.rules.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import type { BuildingId, FileMadeId, ProgrammeId } from '../../../shared/ids.ts'
import { CheckedFile, useCheckFile } from './check-file.tsx'
import { notifySaved } from './notify-saved.tsx'
import classes from './county-files.module.css'

/** Files of the whole county, who is who in them, and whether a file is as it was made: `#/reports/files`. */
export function CountyFilesScreen() {
  const may = useMay()
  const { button, checked } = useCheckFile()
  return (
    <Page
      title="Files"
      sentence="Take the county out in one file, or find out whether a file is still as Gather made it."
      back={<Link to="/reports">Reports</Link>}
      action={button}
    >
      {checked !== null && <CheckedFile checked={checked} />}
      {may('exports.county') && <MakeFiles />}
      {may('audit.view') && <FilesMade />}
      {!may('exports.county') && (
        <p className={classes.what}>Files of the whole county are made by managers and administrators.</p>
      )}
    </Page>
  )
}

interface Wanted {
  readonly which: 'countyWorkbook' | 'longTables'
  readonly from: string
  readonly to: string
  readonly programmeIds: ProgrammeId[]
  readonly buildingIds: BuildingId[]
}
const names = { countyWorkbook: 'County workbook', longTables: 'Long tables' } as const
const filters = [{ name: 'Excel workbook', extensions: ['xlsx'] }]

async function make({ which, ...asked }: Wanted): Promise<void> {
  const suggestedName = countyFileName(names[which], asked.from, asked.to)
  const place = await native('saveFile', { title: 'Save the file', suggestedName, filters })
  if (place === null) return
  const label = `Making ${place.fileName}`
  const { sheets } = await runTask('exports', which, { ...asked, grant: place.grant }, label)
  const rows = sheets.reduce((all, sheet) => all + sheet.rows, 0)
  notifySaved(place, `${count(rows, 'row')} in it.`)
  await refreshAll()
}

const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }))
const chosen = <Id extends string>(all: readonly { readonly id: Id }[], ids: readonly string[]): Id[] =>
  all.map(({ id }) => id).filter((id) => ids.includes(id))

/** The days and, for fewer, the programmes and buildings; then one of two files. */
function MakeFiles() {
  const word = useBuildingWord()
  const before = quarterBefore(useToday())
  const programmes = useQuery(ask('programmes', 'list', { includeRetired: true })).data ?? []
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const [from, setFrom] = useState<string | null>(before.from)
  const [to, setTo] = useState<string | null>(before.to)
  const [programmeIds, setProgrammes] = useState<ProgrammeId[]>([])
  const [buildingIds, setBuildings] = useState<BuildingId[]>([])
  const making = useMutation({ mutationFn: make, onError: notifyFailure })
  const begin = (which: Wanted['which']) => {
    if (from !== null && to !== null) making.mutate({ which, from, to, programmeIds, buildingIds })
  }
  const some = { searchable: true, clearable: true, w: 260 } as const
  return (
    <form
      aria-label="The county in one file"
      onSubmit={(event) => {
        event.preventDefault()
        begin('countyWorkbook')
      }}
    >
      <div className={classes.make}>
        <DateField label="From" value={from} onChange={setFrom} />
        <DateField label="To" value={to} onChange={setTo} />
        <MultiSelect {...some} label="Programmes" placeholder={programmeIds.length === 0 ? 'All' : ''} data={named(programmes)} value={programmeIds} onChange={(ids) => setProgrammes(chosen(programmes, ids))} />
        <MultiSelect {...some} label={`${word}s`} placeholder={buildingIds.length === 0 ? 'All' : ''} data={named(buildings)} value={buildingIds} onChange={(ids) => setBuildings(chosen(buildings, ids))} />
      </div>
      <div className={classes.make}>
        <Button type="submit" leftSection={<IconFileSpreadsheet size={16} aria-hidden />} disabled={making.isPending}>
          Make the county workbook
        </Button>
        <Button variant="default" disabled={making.isPending} onClick={() => begin('longTables')}>
          Make long tables for analysts
        </Button>
      </div>
      <p className={classes.what}>
        The workbook has groups, sessions, enrolments, attendance, outcomes, feedback and the people in them, with
        names. Long tables have the same with nobody’s name: their keys are a file of their own, made below.
      </p>
    </form>
  )
} // prettier-ignore

type FileMade = Output<'exports', 'filesMade'>[number]

async function makeKeys(fileId: FileMadeId): Promise<void> {
  const place = await native('saveFile', {
    title: 'Save the keys apart from the tables',
    suggestedName: 'Keys.xlsx',
    filters,
  })
  if (place === null) return
  await runTask('exports', 'longTableKeys', { fileId, grant: place.grant }, `Making ${place.fileName}`)
  notifySaved(place, 'Keep it apart from the tables.')
  await refreshAll()
}

const rowsOf = ({ sheets }: FileMade) => sheets.reduce((all, sheet) => all + sheet.rows, 0)

/** Every file that was made, newest first, with how much was in it. */
function FilesMade() {
  const files = useQuery(ask('exports', 'filesMade', {}))
  const may = useMay()
  const keys = useMutation({ mutationFn: makeKeys, onError: notifyFailure })
  const columns: readonly Column<FileMade>[] = [
    { key: 'kind', heading: 'File', cell: (one) => fileKinds[one.kind], sortBy: (one) => fileKinds[one.kind] },
    { key: 'at', heading: 'Made', cell: (one) => longDate(one.madeAt), sortBy: (one) => one.madeAt },
    { key: 'by', heading: 'By', cell: (one) => one.madeBy, sortBy: (one) => one.madeBy },
    { key: 'rows', heading: 'Rows', align: 'right', cell: (one) => rowsOf(one).toLocaleString('en-GB'), sortBy: rowsOf },
    {
      key: 'keys',
      heading: 'Keys',
      cell: (one) =>
        one.kind === 'long-tables' && may('exports.county') ? (
          <Button size="compact-sm" variant="default" disabled={keys.isPending} onClick={() => keys.mutate(one.id)}>
            Make its keys
          </Button>
        ) : null,
    },
  ]
  return (
    <section className={classes.section} aria-label="Files that were made">
      <h2>Files that were made</h2>
      <Answer query={files}>
        {(all) => (
          <DataTable
            label="Files that were made"
            noun={['file', 'files']}
            columns={columns}
            rows={all}
            rowKey={(one) => one.id}
            empty={<EmptyState>No file has been made yet. Each that is made stands here, with who made it.</EmptyState>}
          />
        )}
      </Answer>
    </section>
  )
} // prettier-ignore
