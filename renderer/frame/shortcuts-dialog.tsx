import { useMay } from '../api/session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { commands, printedKeys } from './commands.ts'
import { boardKeys, calendarKeys } from '../features/views/view-keys.ts'
import { closeDialog } from './dialogs.ts'
import classes from './dialogs.module.css'

const everywhere: readonly (readonly [does: string, keys: readonly string[]])[] = [
  ['Next pane: places, bar, screen, side panel', ['F6']],
  ['One step back, without losing typing', ['Esc']],
  ['Larger or smaller', ['Ctrl', '+ or −']],
  ['Back or forward', ['Alt', '← or →']],
]

function Rows({ title, rows }: { title: string; rows: readonly (readonly [string, readonly string[]])[] }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {rows.map(([does, keys]) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every key that works anywhere. Screens show their own keys in a legend. */
export function ShortcutsDialog() {
  const may = useMay()
  const rows = (group: 'Go to' | 'Do') =>
    commands
      .filter((command) => command.group === group && command.keys !== undefined && may(command.permission))
      .map((command) => [command.label, printedKeys(command.keys ?? '')] as const)
  return (
    <Dialog onClose={closeDialog} title="Keyboard shortcuts" size="lg">
      <div className={classes.columns}>
        <Rows title="Anywhere" rows={[...rows('Do'), ...everywhere]} />
        <Rows title="Go to" rows={rows('Go to')} />
        <Rows title="On the board of rooms" rows={boardKeys.map(({ keys, does }) => [does, keys] as const)} />
        <Rows title="In the calendar" rows={calendarKeys.map(({ keys, does }) => [does, keys] as const)} />
      </div>
      <p className={classes.note}>
        Screens with keys of their own, such as a register, show them at the bottom.
      </p>
    </Dialog>
  )
}
