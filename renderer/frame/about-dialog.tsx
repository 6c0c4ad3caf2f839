import { Alert, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { native } from '../api/native.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Failure } from '../ui/states.tsx'
import { closeDialog } from './dialogs.ts'
import { Mark } from './mark.tsx'
import classes from './dialogs.module.css'

/** Which version this is, and whether it may be used for real work. */
export function AboutDialog() {
  const about = useQuery({ queryKey: ['native', 'about'], queryFn: () => native('about', {}) })
  return (
    <Dialog onClose={closeDialog} title="About Gather">
      <div className={classes.about}>
        <Mark size={44} />
        <p>Group programmes, rooms, registers and outcomes for a county&rsquo;s family centres.</p>
      </div>
      {about.isPending && <Loader size="sm" aria-label="Loading" />}
      {about.isError && <Failure error={about.error} />}
      {about.data !== undefined && (
        <dl className={classes.facts}>
          <dt>Version</dt>
          <dd>{about.data.version}</dd>
          <dt>Runs on</dt>
          <dd>{about.data.runtime}</dd>
        </dl>
      )}
      {typeof about.data?.evaluation === 'string' && (
        <Alert color="danger" variant="default" mt="md" title="For evaluation only">
          {about.data.evaluation}
        </Alert>
      )}
    </Dialog>
  )
}
