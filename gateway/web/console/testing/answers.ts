export type Body = Record<string, unknown>

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

export function problem(status: number, more: Body = {}, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: 'refused', status, detail: '', ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}
