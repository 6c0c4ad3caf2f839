import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { printPaper, savePaper, start } from '../paper/print.ts'
import { registerPdfName } from '../../../shared/exports/file-name.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'

/** The register on paper: printed, or kept as a PDF. */
export function PrintRegister({ register }: { register: Register }) {
  const paper = {
    route: `/print/register/${register.sessionId}`,
    fileName: registerPdfName(register.publicTitle, dateOf(register.startsAt)),
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          Print register
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start(printPaper(paper))}>Print</Menu.Item>
        <Menu.Item onClick={() => start(savePaper(paper))}>Save as PDF</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
