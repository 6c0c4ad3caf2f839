import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { INVOKE_CHANNEL, NATIVE_CHANNEL, type NativeReply, type Reply } from '../shared/wire.ts'
import type { DataClient } from './data-client.ts'
import { nativeRequestSchema, type NativeHandlers, type NativeRequest } from './native.ts'
import { isFromPage } from './security.ts'
import type { Sessions } from './sessions.ts'

const callSchema = z.tuple([z.string().max(100), z.string().max(100), z.unknown()])

const refused = (message: string): Reply => ({
  ok: false,
  error: { code: 'NOT_ALLOWED', message, details: {} },
})
const malformed: Reply = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'That is not a request Gather knows.', details: {} },
}

/** Hands the page's calls on to the data process. It looks at who asks, never at what is asked. */
function relayCalls(data: DataClient, sessions: Sessions): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, ...request: unknown[]): Promise<Reply> | Reply => {
    const session = sessions.of(event.sender)
    if (!isFromPage(event) || session === null) return refused('Only the Gather window may ask for this.')
    const call = callSchema.safeParse(request)
    return call.success ? data.call(session, ...call.data) : malformed
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
