/** How the script was put on the page. */
export interface Embedding {
  /** Where the gateway lives, with a slash at the end; undefined when it cannot be told. */
  readonly base: string | undefined
  readonly lang: string | null
  readonly title: string | null
  readonly theme: string | null
  readonly logo: boolean
}

const path = 'widget/okenko.js'

/**
 * Reads the script element. An injected or deferred script has no currentScript: then the address alone finds it.
 * Call while the script runs.
 */
export function embedding(page: Document): Embedding {
  const current = page.currentScript
  const script =
    current instanceof HTMLScriptElement ? current : page.querySelector<HTMLScriptElement>(`script[src*="${path}"]`)
  return {
    base: script === null ? undefined : baseOf(script.src),
    lang: script?.dataset['lang'] ?? null,
    title: script?.dataset['title'] ?? null,
    theme: script?.dataset['theme'] ?? null,
    logo: script?.dataset['logo'] !== undefined,
  }
}

function baseOf(source: string): string | undefined {
  try {
    const { origin, pathname } = new URL(source)
    const end = pathname.lastIndexOf(`/${path}`)
    return end < 0 ? `${origin}/` : origin + pathname.slice(0, end + 1)
  } catch {
    return undefined
  }
}
