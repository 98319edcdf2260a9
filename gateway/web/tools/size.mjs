// Fails the build when the shipped files outgrow their budget (gzipped bytes).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '..', 'dist')
const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length

const packs = readdirSync(join(dist, 'widget')).filter((file) => file.endsWith('.json'))

const budgets = [['widget/okenko.js', 25_000], ...packs.map((pack) => [`widget/${pack}`, 3_000])]

const consoleEntry = join(dist, 'console', 'index.html')
if (existsSync(consoleEntry)) {
  // Everything the page loads at once: its script, what that imports, and its styles.
  const files = readFileSync(consoleEntry, 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)
  const loaded = [...files].map(([, file]) => file)
  if (loaded.length === 0) throw new Error('console/index.html loads nothing')
  budgets.push([loaded.join(' + '), 80 * 1024])
}

let tooBig = false
for (const [file, limit] of budgets) {
  const size = file.split(' + ').reduce((sum, part) => sum + gzipped(join(dist, part)), 0)
  console.log(`${file}  ${size} B gzipped of ${limit}`)
  tooBig ||= size > limit
}
process.exit(tooBig ? 1 : 0)
