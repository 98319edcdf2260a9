/** The server refused: an application/problem+json answer, or a refusal without a readable body. */
export class Problem extends Error {
  override readonly name = 'Problem'

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Seconds to wait before trying again, from Retry-After. */
    readonly retryAfter: number | undefined,
    /** The whole body, for members beyond the standard ones. */
    readonly body: Readonly<Record<string, unknown>>,
  ) {
    super(`${status} ${title}`)
  }
}

/** The server could not be reached at all; trying later may help. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Default 'same-origin'; the widget on a foreign page uses 'omit'. */
  readonly credentials?: RequestCredentials
  readonly signal?: AbortSignal
}

/**
 * Calls the gateway and returns the parsed JSON body, undefined when there is none.
 * Throws Problem when the server refuses and Unreachable when nobody answers.
 */
export async function call<T>(url: string, options: Call = {}): Promise<T> {
  const response = await reach(url, {
    method: options.method ?? 'GET',
    headers: {
      Accept: 'application/json, application/problem+json',
      ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    credentials: options.credentials ?? 'same-origin',
    cache: 'no-cache',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  if (!response.ok) throw await problemOf(response)
  const text = await response.text().catch(() => {
    throw new Unreachable('the answer broke off')
  })
  return (text === '' ? undefined : parse(text)) as T
}

/** fetch, with every network failure as Unreachable; an abort by the caller stays an AbortError. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'error', referrerPolicy: 'no-referrer', ...init })
  } catch (error) {
    if (init.signal?.aborted === true) throw error
    throw new Unreachable(error instanceof Error ? error.message : String(error))
  }
}

/** Reads a refused answer. */
export async function problemOf(response: Response): Promise<Problem> {
  const parsed = parse(await response.text().catch(() => ''))
  const body = isRecord(parsed) ? parsed : {}
  const words = (key: string): string => (typeof body[key] === 'string' ? body[key] : '')
  return new Problem(
    response.status,
    words('title') || response.statusText,
    words('detail'),
    secondsOf(response.headers.get('Retry-After')),
    body,
  )
}

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
