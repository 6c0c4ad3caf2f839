import { Button, Group } from '@mantine/core'

interface PrintButtonsProps {
  /** What is being done, with the button that began it. */
  readonly work: {
    readonly isPending: boolean
    readonly variables: 'print' | 'save' | undefined
    mutate(how: 'save'): void
  }
  readonly onClose: () => void
}

/** The foot of a dialog that makes paper: the form's own Enter prints. */
export const PrintButtons = ({ work, onClose }: PrintButtonsProps) => (
  <Group>
    <Button type="submit" data-autofocus loading={work.isPending && work.variables === 'print'}>
      Print
    </Button>
    <Button
      variant="default"
      loading={work.isPending && work.variables === 'save'}
      onClick={() => work.mutate('save')}
    >
      Save as PDF
    </Button>
    <Button variant="default" onClick={onClose}>
      Close
    </Button>
  </Group>
)
