import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  CANCEL_CHANNEL,
  CHANGED_CHANNEL,
  INVOKE_CHANNEL,
  MENU_CHANNEL,
  NATIVE_CHANNEL,
  PROGRESS_CHANNEL,
} from '../shared/wire.ts'
import type { Bridge, CallProgress, MenuCommand, NativeAnswers, NativeReply, Reply } from '../shared/wire.ts'

/** Hears one channel; the event itself is kept from the page, because it leads to Electron. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const forward = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, forward)
  return () => void ipcRenderer.off(channel, forward)
}

const bridge: Bridge = {
  invoke: (...call): Promise<Reply> => ipcRenderer.invoke(INVOKE_CHANNEL, ...call),
  cancel: (call) => ipcRenderer.send(CANCEL_CHANNEL, call),
  onProgress: (listener) => listen<CallProgress>(PROGRESS_CHANNEL, listener),
  native: async <K extends keyof NativeAnswers>(call: K, input: unknown): Promise<NativeAnswers[K]> => {
    const reply: NativeReply<K> = await ipcRenderer.invoke(NATIVE_CHANNEL, call, input)
    if (reply.ok) return reply.value
    throw new Error(reply.message)
  },
  onChanged: (listener) => listen<void>(CHANGED_CHANNEL, listener),
  onMenu: (listener) => listen<MenuCommand>(MENU_CHANNEL, listener),
}

contextBridge.exposeInMainWorld('bridge', bridge)
