import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { printIt, type PaperAsked } from './asked.ts'

/** Opens the dialog for paper, with what the screen is about chosen already. */
export function PrintButton({
  asked,
  label = 'Print',
}: {
  asked: Omit<PaperAsked, 'dialog'>
  label?: string
}) {
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => printIt(asked)}
    >
      {label}
    </Button>
  )
}
