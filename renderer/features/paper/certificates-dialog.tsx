import { NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { certificatesName } from '../../../shared/exports/file-name.rules.ts'
import { count } from '../../../shared/text.ts'
import type { CertificatesWanted } from './asked.ts'
import { printPaper, savePaper } from './print.ts'
import { PrintButtons } from './print-buttons.tsx'

/** Who of a group gets a certificate: those who completed it, or who came often enough; a page each. */
export function CertificatesDialog({ asked, onClose }: { asked: CertificatesWanted; onClose: () => void }) {
  const id = useId()
  const today = useToday()
  const [who, setWho] = useState<'completed' | 'came'>('completed')
  const [times, setTimes] = useState(1)
  const atLeast = who === 'came' ? times : null
  const query = useQuery(ask('exports', 'certificates', { groupId: asked.groupId, atLeast }))
  const people = query.data?.people ?? []
  const paper = {
    route: `/print/certificates/${asked.groupId}/${atLeast ?? 'completed'}`,
    fileName: certificatesName(query.data?.publicTitle ?? '', today),
  }
  const work = useMutation({
    mutationFn: (how: 'print' | 'save') =>
      people.length === 0 ? Promise.resolve(false) : how === 'print' ? printPaper(paper) : savePaper(paper),
    onSuccess: (done) => done && onClose(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.mutate('print')
  }
  return (
    <Dialog onClose={onClose} title="Certificates">
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={problemsOf(work.error ?? query.error, (field) => `${id}-${field}`)} />
        <Stack gap="md">
          <SegmentedControl
            aria-label="Who gets one"
            data={[
              { value: 'completed', label: 'Those who completed' },
              { value: 'came', label: 'Those who came often enough' },
            ]}
            value={who}
            onChange={(value) => setWho(value === 'came' ? 'came' : 'completed')}
            fullWidth
          />
          {who === 'came' && (
            <NumberInput
              label="Came at least so many times"
              min={1}
              max={200}
              clampBehavior="strict"
              allowDecimal={false}
              value={times}
              onChange={(value) => setTimes(Number(value) || 1)}
            />
          )}
          {query.data !== undefined && (
            <Text size="sm" role="status">
              {people.length === 0
                ? 'Nobody yet, so there is nothing to print.'
                : `${count(people.length, 'certificate')}, by the title that may hang on a wall: ${query.data.publicTitle}.`}
            </Text>
          )}
          <PrintButtons work={work} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
