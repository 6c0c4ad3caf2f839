import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import type { Progress } from '../shared/progress.ts'
import { CANCEL_CHANNEL, INVOKE_CHANNEL, NATIVE_CHANNEL, PROGRESS_CHANNEL } from '../shared/wire.ts'
import type { CallProgress, NativeReply, Reply } from '../shared/wire.ts'
import type { Call, DataClient } from './data-client.ts'
import { nativeRequestSchema, type NativeHandlers, type NativeRequest } from './native.ts'
import { isFromPage } from './security.ts'
import type { Sessions } from './sessions.ts'

const word = z.string().max(100)
const callSchema = z.tuple([word, word, z.unknown(), word.optional()])

const refused = (message: string): Reply => ({
  ok: false,
  error: { code: 'NOT_ALLOWED', message, details: {} },
})
const malformed: Reply = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'That is not a request Gather knows.', details: {} },
}

const tell = (page: WebContents, call: string) => (progress: Progress) => {
  if (!page.isDestroyed()) page.send(PROGRESS_CHANNEL, { call, ...progress } satisfies CallProgress)
}

/** The calls that a page gave a name. Each is kept with its page, so that no page can stop another's. */
function namedCalls() {
  const calls = new Map<string, () => void>()
  const key = (page: WebContents, call: string) => `${page.id} ${call}`
  return {
    stop: (page: WebContents, call: string) => calls.get(key(page, call))?.(),
    async whileItLasts(page: WebContents, call: string, { reply, cancel }: Call): Promise<Reply> {
      calls.set(key(page, call), cancel)
      return reply.finally(() => calls.delete(key(page, call)))
    },
  }
}

/** Hands the page's calls on to the data process. It looks at who asks, never at what is asked. */
function relayCalls(data: DataClient, sessions: Sessions): void {
  const named = namedCalls()
  ipcMain.handle(INVOKE_CHANNEL, (event, ...request: unknown[]): Promise<Reply> | Reply => {
    const session = sessions.of(event.sender)
    if (!isFromPage(event) || session === null) return refused('Only the Gather window may ask for this.')
    const parsed = callSchema.safeParse(request)
    if (!parsed.success) return malformed
    const [feature, name, input, call] = parsed.data
    const page = event.sender
    if (call === undefined) return data.call(session, [feature, name, input], () => {}).reply
    const made = data.call(session, [feature, name, input], tell(page, call))
    return named.whileItLasts(page, call, made)
  })
  ipcMain.on(CANCEL_CHANNEL, (event, call: unknown) => {
    if (isFromPage(event) && typeof call === 'string') named.stop(event.sender, call)
  })
}

async function answerNative(event: IpcMainInvokeEvent, request: NativeRequest, handlers: NativeHandlers) {
  const { sender } = event
  switch (request.call) {
    case 'openFile':
      return handlers.openFile(sender, request.input)
    case 'saveFile':
      return handlers.saveFile(sender, request.input)
    case 'print':
      return handlers.print(sender, request.input)
    case 'openSaved':
      return handlers.openSaved(sender, request.input)
    case 'about':
      return handlers.about(sender, request.input)
  }
}

/** Answers what only the operating system can do. A failure travels as its message, for staff to read. */
function relayNative(handlers: NativeHandlers, sessions: Sessions): void {
  ipcMain.handle(NATIVE_CHANNEL, async (event, call: unknown, input: unknown) => {
    const reply = (message: string) => ({ ok: false, message }) satisfies NativeReply<'about'>
    if (!isFromPage(event) || sessions.of(event.sender) === null) {
      return reply('Only the Gather window may ask for this.')
    }
    const request = nativeRequestSchema.safeParse({ call, input })
    if (!request.success) return reply('That is not a request Gather knows.')
    try {
      return { ok: true, value: await answerNative(event, request.data, handlers) }
    } catch (error) {
      return reply(error instanceof Error ? error.message : String(error))
    }
  })
}

export function relay(data: DataClient, handlers: NativeHandlers, sessions: Sessions): void {
  relayCalls(data, sessions)
  relayNative(handlers, sessions)
}
