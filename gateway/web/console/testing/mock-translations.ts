import type { Translation, TranslationFault } from '../api/translation-api'
import { json, problem, type Body } from './answers'

/** A translator in the mock gateway, which says everything in Czech by saying so. */
export class MockTranslations {
  on = false
  fault: TranslationFault | undefined
  readonly made: Translation[] = []

  answer(method: string, language: string, action: string, body: Body): Response {
    if (!this.on) return problem(404)
    if (method === 'GET') return json({ language: 'cs', translations: this.made })
    if (this.fault) return problem(503, { translation: this.fault })
    if (action.endsWith('/reply')) return json({ language, text: `[${language}] ${String(body['text'])}` })
    const translation = {
      message: String(body['message']),
      language: 'cs',
      text: 'Kde si mám přihlásit novou adresu?',
      machine: true,
    }
    this.made.push(translation)
    return json(translation)
  }
}
