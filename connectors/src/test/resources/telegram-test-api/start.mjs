// Starts the emulator on a free port of loopback, says which, and ends with its input.
import { createServer } from 'node:net'
import process from 'node:process'
import { createRequire } from 'node:module'

const TelegramServer = createRequire(`${process.cwd()}/`)('telegram-test-api')
const probe = createServer().listen(0, '127.0.0.1', () => {
  const { port } = probe.address()
  probe.close(async () => {
    await new TelegramServer({ port, host: '127.0.0.1' }).start()
    process.stdout.write(`port ${port}\n`)
  })
})
process.stdin.resume().on('end', () => process.exit(0))
