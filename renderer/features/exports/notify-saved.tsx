import { Anchor } from '@mantine/core'
import { native } from '../../api/native.ts'
import { notify, notifyFailure } from '../../api/notify.tsx'
import type { FileGrant } from '../../../shared/wire.ts'

/** Says that a file was saved, what is in it, and a way to open it. */
export function notifySaved({ grant, fileName }: FileGrant, inside?: string): void {
  const close = notify(
    <>
      Saved {fileName}
      {inside === undefined ? ' ' : `. ${inside} `}
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
