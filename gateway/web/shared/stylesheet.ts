/** Makes a stylesheet that needs no <style> element, so that it works under a host page's strict CSP. */
export function stylesheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Puts the sheets on a document or a shadow root, in order, after those already there. */
export function adopt(root: Document | ShadowRoot, ...sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
}
