import { Checkbox, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useRemembered } from '../../api/remembered.ts'
import { useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { labelsName } from '../../../shared/exports/file-name.rules.ts'
import { labelSheetNames, labelSheets, labelsOn, toLabelSheet } from '../../../shared/exports/paper-labels.rules.ts' // prettier-ignore
import type { LabelsAsked } from './asked.ts'
import { printPaper, savePaper } from './print.ts'
import { PrintButtons } from './print-buttons.tsx'

/** Name labels of a session: which sheets there are in the cupboard (kept on this computer), and what is on a label. */
export function LabelsDialog({ asked, onClose }: { asked: LabelsAsked; onClose: () => void }) {
  const today = useToday()
  const id = useId()
  const [remembered, remember] = useRemembered('labels', '21')
  const sheet = toLabelSheet(remembered)
  const [lastNames, setLastNames] = useState(false)
  const [first, setFirst] = useState(1)
  const paper = {
    route: `/print/labels/${asked.sessionId}/${sheet}/${lastNames ? 'last' : 'first'}/${first}`,
    fileName: labelsName(today),
  }
  const work = useMutation({
    mutationFn: (how: 'print' | 'save') => (how === 'print' ? printPaper(paper) : savePaper(paper)),
    onSuccess: (done) => done && onClose(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.mutate('print')
  }
  return (
    <Dialog onClose={onClose} title="Name labels">
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={problemsOf(work.error, (field) => `${id}-${field}`)} />
        <Stack gap="md">
          <SegmentedControl
            aria-label="Sheets of labels"
            orientation="vertical"
            data={Object.keys(labelSheets).map((value) => ({ value, label: labelSheetNames[toLabelSheet(value)] }))} // prettier-ignore
            value={sheet}
            onChange={remember}
            fullWidth
          />
          <NumberInput
            label="First label to use"
            description="On a sheet that was begun, counted from the top left, row by row."
            min={1}
            max={labelsOn(sheet)}
            clampBehavior="strict"
            allowDecimal={false}
            value={Math.min(first, labelsOn(sheet))}
            onChange={(value) => setFirst(Number(value) || 1)}
          />
          <Checkbox
            label="Last names too"
            description="Left off, a label tells a stranger no more than a first name."
            checked={lastNames}
            onChange={(event) => setLastNames(event.currentTarget.checked)}
          />
          <Text size="sm" c="dimmed">
            Print at 100 %, not “fit to page”. Try a sheet of plain paper first.
          </Text>
          <PrintButtons work={work} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
