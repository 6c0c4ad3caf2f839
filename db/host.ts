import { seldom, type Progress } from '../shared/progress.ts'
import type { Reply } from '../shared/wire.ts'
import type { CountyPlan, Grants, Session } from './context.ts'
import { countyFile } from './county/county-file.ts'
import { dispatch, type Following, type Host as DispatcherHost } from './dispatcher.ts'
import { toFailure } from './failures.ts'

export type { Grants, Session } from './context.ts'

export interface HostOptions {
  /** The county's file. It need not exist yet. */
  readonly file: string
  readonly version: string
  /** The only clock in the data process. */
  readonly now: () => Date
  /** Where faults are written: never a person's data. */
  readonly log: (line: string) => void
  /** Makes an invented county in a new file and signs every session in as its administrator. */
  readonly sample?: boolean
}

/** The data side of the program, whole: the window, the command line and the tests all call it in the same way. */
export interface Host {
  openSession(grants: Grants): Session
  /** Never rejects: failures are data. */
  call(
    session: Session,
    feature: string,
    name: string,
    input: unknown,
    followed?: FollowedCall,
  ): Promise<Reply>
  /** Stops a call that this session made under that name, and no other's. Nothing happens when it is over. */
  cancel(session: Session, call: string): void
  /** Tells of every change to the county; answers how to stop. */
  onChanged(listener: () => void): () => void
  /** Looks whether another program has written to the file, and tells of it. Never throws. */
  lookForChanges(): void
  close(): Promise<void>
}

/** A call that can be followed and stopped, under a name that its session gives it. */
export interface FollowedCall {
  readonly call: string
  readonly progress: (progress: Progress) => void
}

/** Opens the county's file when there is one; a file that cannot be opened is left as it is and said to be so. */
export async function createHost(options: HostOptions): Promise<Host> {
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((tell) => tell())
  const file = countyFile(options)
  const inner: DispatcherHost = {
    store: file.store,
    county: file.control,
    now: options.now,
    version: options.version,
    changed,
  }
  const underWay = new WeakMap<Session, Map<string, AbortController>>()
  const everyone = options.sample ? await file.control.create(samplePlan) : null
  return {
    openSession: (grants) => ({
      actor: everyone,
      signedInAfter: 0,
      wrongPassphrases: 0,
      grants,
    }),
    call: (session, feature, name, input, followed) => {
      const run = (following?: Following) =>
        reply(options.log, () => dispatch(inner, session, feature, name, input, following))
      return followed === undefined ? run() : follow(underWay, session, followed, run)
    },
    cancel: (session, call) => underWay.get(session)?.get(call)?.abort(),
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lookForChanges() {
      if (file.writtenElsewhere()) changed()
    },
    close: file.close,
  }
}

const samplePlan: CountyPlan = { name: 'Sample administrator', passphraseHash: null, contents: 'sample' }

/** Runs a call that its own session, and nobody else, can stop while it lasts. */
async function follow(
  underWay: WeakMap<Session, Map<string, AbortController>>,
  session: Session,
  { call, progress }: FollowedCall,
  run: (following: Following) => Promise<Reply>,
): Promise<Reply> {
  const calls = underWay.get(session) ?? new Map<string, AbortController>()
  underWay.set(session, calls)
  const control = new AbortController()
  calls.set(call, control)
  const answer = await run({ progress: seldom(progress), signal: control.signal })
  if (calls.get(call) === control) calls.delete(call)
  return answer
}

async function reply(log: (line: string) => void, work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error: toFailure(error, log) }
  }
}
