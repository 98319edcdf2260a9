import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { MockGateway } from './mock-gateway'

/** The policy under which the gateway serves the console. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** A photograph of nobody. */
const FACE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#789" d="M0 0h4v4H0z"/><path fill="#fec" d="M1 4a1 1 0 0 1 2 0M2 1a1 1 0 1 1 0 2 1 1 0 0 1 0-2"/></svg>'

/** Serves the built console and a mock gateway on loopback; returns the address and how to stop. */
export async function serve(dist: string, gateway: () => MockGateway): Promise<{ url: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path.startsWith('/urad/foto/')) response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(FACE)
    else if (path.startsWith('/api/')) void forward(gateway(), request, response)
    else file(dist, path.endsWith('/') ? `${path}index.html` : path, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function file(dist: string, path: string, response: ServerResponse): void {
  const found = join(dist, path)
  if (path.includes('..') || !existsSync(found)) {
    response.writeHead(404).end()
    return
  }
  response
    .writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    })
    .end(readFileSync(found))
}

async function forward(gateway: MockGateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  let body = ''
  for await (const piece of request) body += String(piece)
  try {
    const answer = await gateway.fetch(request.url ?? '/', {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      signal: gone.signal,
      ...(body && { body }),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.flushHeaders()
    if (answer.body) for await (const piece of answer.body) response.write(piece)
    response.end()
  } catch {
    response.destroy()
  }
}
