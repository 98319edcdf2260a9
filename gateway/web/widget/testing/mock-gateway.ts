import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chatTexts } from '../../shared/texts/chat/index.ts'
import type { LanguageCode } from '../../shared/texts/translate.ts'
import { office, says, type Said } from './answers.ts'

type Json = Record<string, unknown>

interface Conversation {
  readonly token: string
  readonly lines: Json[]
  readonly listeners: Set<ServerResponse>
  readonly clientIds: Set<string>
  state: Json
}

export const pageCsp =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** For tests only: the gateway's web chat contract over plain node, with knobs for everything that can go wrong. */
export class MockGateway {
  readonly conversations: Conversation[] = []
  /** Overrides of what `GET /api/office` says. */
  office: Json = {}
  /** Answers every call under this path with the status, until cleared. */
  fault: { path: string; status: number; retryAfter?: number } | undefined
  /** Bot answers are held back, as if it were still thinking. */
  silent = false
  private readonly server: Server = createServer((request, response) => void this.handle(request, response))

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready))
    return this.origin
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  get last(): Conversation {
    const conversation = this.conversations.at(-1)
    if (conversation === undefined) throw new Error('nobody has written yet')
    return conversation
  }

  /** Adds a line and tells everybody who listens. */
  say(conversation: Conversation, line: Json): void {
    const seq = conversation.lines.length + 1
    const whole = { id: `m${seq}`, seq, at: new Date().toISOString(), language: 'cs', ...line }
    conversation.lines.push(whole)
    for (const listener of conversation.listeners) send(listener, 'message', whole, seq)
  }

  change(conversation: Conversation, state: Json): void {
    conversation.state = { ...conversation.state, ...state }
    for (const listener of conversation.listeners) send(listener, 'state', conversation.state)
  }

  /** What the bot says; by itself when it is not silent. */
  answer(conversation: Conversation, { line, state }: Said): void {
    this.say(conversation, { author: 'bot', ...line })
    this.change(conversation, { answering: false, ...state })
  }

  /** Breaks all event streams. */
  cut(): void {
    for (const { listeners } of this.conversations) for (const listener of listeners) listener.destroy()
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mock')
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID')
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (this.fault !== undefined && pathname.startsWith(this.fault.path)) {
      const { status, retryAfter } = this.fault
      if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter))
      return problem(response, status)
    }
    if (pathname === '/api/office') return json(response, 200, { ...office, ...this.office })
    if (pathname === '/api/chat') return this.open(response)
    if (pathname.startsWith('/api/chat/')) {
      const token = request.headers.authorization?.replace('Bearer ', '')
      const conversation = this.conversations.find((known) => known.token === token)
      if (conversation === undefined) return problem(response, 401)
      if (pathname === '/api/chat/events') return this.listen(conversation, request, response)
      const body = JSON.parse((await read(request)) || '{}') as Json
      return this.act(conversation, pathname, body, response)
    }
    asset(pathname, searchParams.get('lang') ?? 'cs', response)
  }

  private open(response: ServerResponse): void {
    const token = randomBytes(16).toString('hex')
    const state = { state: 'with-bot', answering: false, open: true, openText: office.openText, rated: false }
    this.conversations.push({ token, lines: [], listeners: new Set(), clientIds: new Set(), state })
    json(response, 201, { token, conversation: `c${this.conversations.length}` })
  }

  private listen(conversation: Conversation, request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write(': hello\n\n')
    const from = Number(request.headers['last-event-id'] ?? 0)
    conversation.lines.forEach((line, index) => index + 1 > from && send(response, 'message', line, index + 1))
    send(response, 'state', conversation.state)
    conversation.listeners.add(response)
    response.on('close', () => conversation.listeners.delete(response))
  }

  private act(conversation: Conversation, pathname: string, body: Json, response: ServerResponse): void {
    if (pathname === '/api/chat/rating') {
      this.change(conversation, { rated: true })
      return void response.writeHead(204).end()
    }
    if (pathname === '/api/chat/leave') {
      this.change(conversation, { state: 'closed', mail: false })
      return void response.writeHead(204).end()
    }
    if (pathname.startsWith('/api/chat/files/')) {
      return void response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end('%PDF')
    }
    if (pathname === '/api/chat/transcript' && body['email'] !== undefined) {
      if (body['code'] === undefined) return json(response, 200, { sent: false })
      if (body['code'] !== '7K3M9-QX2AB') return problem(response, 409)
      return json(response, 200, { sent: true })
    }
    if (pathname === '/api/chat/transcript') {
      return void response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Přepis konverzace')
    }
    if (pathname === '/api/chat/close') {
      this.change(conversation, { state: 'closed' })
      return void response.writeHead(204).end()
    }
    const { clientId, text } = body as { clientId: string; text: string }
    if (typeof text !== 'string' || text === 'odmítni') return problem(response, 400)
    json(response, 202, { id: `m-${clientId}`, clientId })
    if (conversation.clientIds.has(clientId)) return
    conversation.clientIds.add(clientId)
    this.say(conversation, { author: 'citizen', text, clientId })
    if (conversation.state['state'] !== 'with-bot') return
    this.change(conversation, { answering: true })
    if (!this.silent) setTimeout(() => this.answer(conversation, says(body)), 20)
  }
}

function send(to: ServerResponse, event: string, data: Json, id?: number): void {
  to.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

function problem(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json' })
    .end(JSON.stringify({ type: 'about:blank', title: 'refused', status, detail: '' }))
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const dist = join(import.meta.dirname, '..', '..', 'dist')

/** A town's page with a policy of its own, which lets in nothing but the gateway. */
const hostPage = (gateway: string, language: string): string => `<!doctype html>
<html lang="cs"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Město</title></head>
<body><main><h1>Dobrý den v Modelově</h1><p>Ukázkové stránky města. <a href="#x" id="link">Odkaz</a></p></main>
<script src="${gateway}/widget/okenko.js" data-lang="${language}" async></script></body></html>`

function asset(pathname: string, language: string, response: ServerResponse): void {
  if (pathname.startsWith('/host/')) {
    const gateway = decodeURIComponent(pathname.slice('/host/'.length))
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${gateway}; style-src 'none'; connect-src ${gateway}; require-trusted-types-for 'script'; trusted-types 'none'`,
    )
    return void response.writeHead(200, { 'Content-Type': types['.html'] }).end(hostPage(gateway, language))
  }
  if (pathname === '/brand/logo.svg') {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#224433"/></svg>'
    return void response.writeHead(200, { 'Content-Type': types['.svg'] }).end(logo)
  }
  const words = chatTexts[pathname.slice('/widget/'.length, -'.json'.length) as LanguageCode]
  if (words !== undefined) return json(response, 200, words)
  const path = normalize(pathname === '/' ? '/page/index.html' : pathname)
  const file = join(dist, path)
  if (!existsSync(file)) return void response.writeHead(404).end()
  response.setHeader('Content-Security-Policy', pageCsp)
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
}
