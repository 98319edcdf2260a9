const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** The address when it is absolute and of a harmless scheme, else undefined. */
export function linkTarget(address: string): string | undefined {
  if (!/^[a-z]+:/i.test(address)) return undefined
  try {
    const url = new URL(address)
    if (!schemes.has(url.protocol)) return undefined
    return url.protocol.startsWith('http') && (url.username !== '' || url.password !== '') ? undefined : url.href
  } catch {
    return undefined
  }
}
