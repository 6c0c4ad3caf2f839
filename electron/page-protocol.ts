import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

/** The page's own address: not file://, so that it has an origin and can be held to a policy. */
export const pageOrigin = 'app://gather'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** Must be called before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** The file that an address asks for; null for anything outside the folder or at another host. */
export function fileFor(address: string, folder: string): string | null {
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== pageOrigin) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  // A backslash separates folders on Windows only, and no file of ours has one anywhere.
  const clean = !path.includes('\0') && !path.includes('\\')
  return clean && file.startsWith(folder + sep) ? file : null
}

/** Each answer gets a nonce of its own, which the page's libraries need to add style sheets. */
function answer(content: Buffer, type: string): Response {
  const nonce = randomBytes(16).toString('base64')
  const isPage = type.startsWith('text/html')
  const body = isPage ? content.toString('utf8').replaceAll('%NONCE%', nonce) : new Uint8Array(content)
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
  return new Response(body, { headers })
}

/** Serves the built page, and nothing else, at app://gather/. */
export function servePage(folder: string): void {
  const root = normalize(folder)
  protocol.handle('app', async ({ url, method }) => {
    const file = fileFor(url, root)
    const type = file ? mimeTypes[extname(file)] : undefined
    if (!file || !type || method !== 'GET') return new Response('Refused', { status: 403 })
    try {
      return answer(await readFile(file), type)
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
}
