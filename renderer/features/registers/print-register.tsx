import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { native } from '../../api/native.ts'
import { notify, notifyFailure } from '../../api/notify.tsx'
import { notifySaved } from '../exports/notify-saved.tsx'
import { registerPdfName } from '../../../shared/exports/file-name.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { dateOf } from '../../../shared/time/civil.ts'

async function print(route: string): Promise<void> {
  const { done } = await native('print', { route })
  if (done) notify('Sent to the printer')
}

async function savePdf(route: string, suggestedName: string): Promise<void> {
  const filters = [{ name: 'PDF', extensions: ['pdf'] }]
  const place = await native('saveFile', { title: 'Save the register', suggestedName, filters })
  if (place === null) return
  await native('print', { route, pdf: place.grant })
  notifySaved(place)
}

/** The register on paper: printed, or kept as a PDF. */
export function PrintRegister({ register }: { register: Register }) {
  const route = `/print/register/${register.sessionId}`
  const name = registerPdfName(register.publicTitle, dateOf(register.startsAt))
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          Print register
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void print(route).catch(notifyFailure)}>Print</Menu.Item>
        <Menu.Item onClick={() => void savePdf(route, name).catch(notifyFailure)}>Save as PDF</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
