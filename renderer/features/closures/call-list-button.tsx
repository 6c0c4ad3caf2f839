import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useToday } from '../../api/session.ts'
import type { Closure } from '../../../shared/closures/closures.contract.ts'
import { callListName } from '../../../shared/exports/file-name.rules.ts'
import { printPaper, savePaper, start } from '../paper/print.ts'

/** Whom to ring about a closure, on paper: printed, or kept as a PDF. */
export function CallListButton({ closure }: { closure: Closure }) {
  const today = useToday()
  const paper = { route: `/print/call-list/${closure.id}`, fileName: callListName(closure.where, today) }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          Print call list
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start(printPaper(paper))}>Print</Menu.Item>
        <Menu.Item onClick={() => start(savePaper(paper))}>Save as PDF</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
