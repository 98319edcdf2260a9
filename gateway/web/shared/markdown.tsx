import type { ComponentChildren, VNode } from 'preact'
import { linkTarget } from './links'

/*
 * The Markdown that answers may use: paragraphs, - and 1. lists, **bold**, [label](address).
 * Everything else stays the text it is; nothing here ever becomes HTML source.
 */

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }

const bullet = /^\s{0,3}[-*]\s+(.*)$/
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/

/** A number stays on one line with its thousands and its unit: "1 000 Kč". */
const numberSpace = /(\d) (?=\d{3}(?!\d)|Kč|%)/g

/** Cuts Markdown into blocks. */
export function blocks(markdown: string): Block[] {
  const found: Block[] = []
  for (const chunk of markdown.replace(/\r\n?/g, '\n').replace(numberSpace, '$1\u00a0').split(/\n[ \t]*\n/)) {
    let lines: string[] = []
    const endParagraph = (): void => {
      const text = lines.join('\n').trim()
      if (text !== '') found.push({ kind: 'paragraph', text })
      lines = []
    }
    let items: string[] | undefined
    let ordered = false
    for (const line of chunk.split('\n')) {
      const item = bullet.exec(line)?.[1] ?? numbered.exec(line)?.[1]
      const isOrdered = !bullet.test(line)
      if (item !== undefined) {
        endParagraph()
        if (items === undefined || ordered !== isOrdered) {
          items = []
          ordered = isOrdered
          found.push({ kind: 'list', ordered, items })
        }
        items.push(item)
      } else if (items !== undefined && /^\s{2,}\S/.test(line)) {
        items.push(`${items.pop() ?? ''} ${line.trim()}`)
      } else {
        items = undefined
        lines.push(line)
      }
    }
    endParagraph()
  }
  return found
}

const inlinePart = /\*\*(?=\S)([^*\n]+?)\*\*|\[([^[\]\n]{1,300})\]\(([^()\s]{1,2000})\)/g

/** Bold and links of one line of text as nodes. */
export function inline(text: string): ComponentChildren[] {
  const nodes: ComponentChildren[] = []
  let end = 0
  for (const match of text.matchAll(inlinePart)) {
    const [whole, bold, label, address] = match
    const node = bold !== undefined ? <strong>{inline(bold)}</strong> : link(label ?? '', address ?? '')
    if (node === undefined) continue
    if (match.index > end) nodes.push(text.slice(end, match.index))
    nodes.push(node)
    end = match.index + whole.length
  }
  if (end < text.length) nodes.push(text.slice(end))
  return nodes
}

function link(label: string, address: string): VNode | undefined {
  return linkTarget(address) === undefined ? undefined : <SafeLink href={address}>{label}</SafeLink>
}

/** A link to a harmless address; with any other address just its words. */
export function SafeLink({ href, children }: { href: string; children: ComponentChildren }) {
  const target = linkTarget(href)
  if (target === undefined) return <span>{children}</span>
  const away = target.startsWith('http')
  return (
    <a href={target} rel="noopener noreferrer nofollow" {...(away ? { target: '_blank' } : {})}>
      {children}
    </a>
  )
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p>{inline(block.text)}</p>
  const items = block.items.map((item) => <li>{inline(item)}</li>)
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

export function Blocks({ blocks: given }: { blocks: readonly Block[] }) {
  return (
    <>
      {given.map((block) => (
        <BlockView block={block} />
      ))}
    </>
  )
}

/** Markdown as nodes. */
export function Markdown({ text }: { text: string }) {
  return <Blocks blocks={blocks(text)} />
}
