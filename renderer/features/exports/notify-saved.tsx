import { Anchor } from '@mantine/core'
import { native } from '../../api/native.ts'
import { notify, notifyFailure } from '../../api/notify.tsx'
import type { FileGrant } from '../../../shared/wire.ts'

/** Says that a file was saved, with a way to open it. */
export function notifySaved({ grant, fileName }: FileGrant): void {
  const close = notify(
    <>
      Saved {fileName}{' '}
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          close()
          native('openSaved', { grant }).catch(notifyFailure)
        }}
      >
        Open
      </Anchor>
    </>,
  )
}
