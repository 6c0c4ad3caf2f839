import { Button, Menu } from '@mantine/core'
import {
  IconCalendarDown,
  IconFileText,
  IconFileSpreadsheet,
  IconPrinter,
  IconTableExport,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { native } from '../../api/native.ts'
import { notifyFailure } from '../../api/notify.tsx'
import { useToday } from '../../api/session.ts'
import { listFileName } from '../../../shared/exports/file-name.rules.ts'
import type { ListFormat, ListName, ListWanted } from '../../../shared/exports/lists/lists.contract.ts'
import { count } from '../../../shared/text.ts'
import { notifySaved } from '../exports/notify-saved.tsx'
import { makeCalendarOf, printIt, type CalendarAsked, type PaperAsked } from './asked.ts'
import { kindLabels, usePaperKinds } from './papers.ts'

const titles: Readonly<Record<ListName, string>> = {
  bookings: 'Bookings',
  rooms: 'Rooms',
  buildings: 'Buildings',
  groups: 'Groups',
  closures: 'Closures',
  staff: 'Staff',
  people: 'People',
  reach: 'Letter or text list',
}
const formats: Readonly<Record<ListFormat, { readonly name: string; readonly extensions: readonly string[] }>> = {
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
  csv: { name: 'CSV text', extensions: ['csv'] },
} // prettier-ignore

interface Wanted {
  readonly asked: ListWanted
  readonly format: ListFormat
  readonly today: string
}

async function make({ asked, format, today }: Wanted): Promise<void> {
  const days = asked.list === 'bookings' ? asked : { from: today, to: today }
  const suggestedName = listFileName(titles[asked.list], format, days.from, days.to)
  const place = await native('saveFile', { title: 'Export the list', suggestedName, filters: [formats[format]] }) // prettier-ignore
  if (place === null) return
  const { rows } = await api.exports.listFile({ asked, format, grant: place.grant })
  notifySaved(place, `${count(rows, 'row')} in it.`)
}

interface ExportMenuProps {
  /** The lists as they are chosen and ordered on the screen. */
  readonly lists: readonly ListWanted[]
  /** What a calendar file can be made of here; left out where there is nothing. */
  readonly calendar?: Omit<CalendarAsked, 'dialog'>
  /** What paper would be about; left out where there is none. */
  readonly paper?: Omit<PaperAsked, 'dialog' | 'kind'>
}

/** What is shown, as a file or on paper. */
export function ExportMenu({ lists, calendar, paper }: ExportMenuProps) {
  const today = useToday()
  const making = useMutation({ mutationFn: make, onError: notifyFailure })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconTableExport size={16} aria-hidden />}
          loading={making.isPending}
        >
          {paper === undefined ? 'Export' : 'Print or export'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {paper !== undefined && (
          <>
            <PaperItems paper={paper} />
            <Menu.Divider />
          </>
        )}
        {lists.map((asked) => (
          <ListItems
            key={asked.list}
            title={lists.length > 1 ? titles[asked.list] : null}
            onChoose={(format) => making.mutate({ asked, format, today })}
          />
        ))}
        {calendar !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconCalendarDown size={16} aria-hidden />}
              onClick={() => makeCalendarOf(calendar)}
            >
              Calendar file…
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function PaperItems({ paper }: { paper: Omit<PaperAsked, 'dialog' | 'kind'> }) {
  return usePaperKinds().map((kind) => (
    <Menu.Item
      key={kind}
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => printIt({ ...paper, kind })}
    >
      {kindLabels[kind]}…
    </Menu.Item>
  ))
}

interface ListItemsProps {
  /** Said where there is more than one list to choose from. */
  readonly title: string | null
  readonly onChoose: (format: ListFormat) => void
}

function ListItems({ title, onChoose }: ListItemsProps) {
  const words = (format: string) => (title === null ? format : `${title}: ${format}`)
  return (
    <>
      <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => onChoose('xlsx')}>
        {words('Excel workbook')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => onChoose('csv')}>
        {words('CSV text')}
      </Menu.Item>
    </>
  )
}
