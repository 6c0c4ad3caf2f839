import { Button, Group, Menu } from '@mantine/core'
import { IconKeyboard, IconPrinter } from '@tabler/icons-react'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { labelsOf } from '../paper/asked.ts'
import { printPaper, savePaper, start } from '../paper/print.ts'
import { registerPdfName, signInName } from '../../../shared/exports/file-name.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'

/** A register on paper and back: printed or kept as a PDF, with its sign-in sheet and name labels; and typed in again. */
export function PrintRegister({ register }: { register: Register }) {
  const may = useMay()
  const { sessionId, publicTitle } = register
  const date = dateOf(register.startsAt)
  const paper = { route: `/print/register/${sessionId}`, fileName: registerPdfName(publicTitle, date) }
  const signIn = { route: `/print/sign-in/${sessionId}`, fileName: signInName(publicTitle, date) }
  return (
    <Group gap="xs">
      {may('registers.edit') && (register.state === 'due' || register.state === 'started') && (
        <Button
          variant="default"
          leftSection={<IconKeyboard size={16} aria-hidden />}
          onClick={() => go(`/registers/${sessionId}/paper`)}
        >
          Type in from paper
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
            Print register
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => start(printPaper(paper))}>Print</Menu.Item>
          <Menu.Item onClick={() => start(savePaper(paper))}>Save as PDF</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => start(printPaper(signIn))}>Print sign-in sheet</Menu.Item>
          <Menu.Item onClick={() => start(savePaper(signIn))}>Save sign-in sheet as PDF</Menu.Item>
          <Menu.Item onClick={() => labelsOf(sessionId)}>Name labels…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
