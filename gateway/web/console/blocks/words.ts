import { useTexts } from '../texts/texts'
import { cs } from './words-cs'
import { en } from './words-en'

/** The words of this folder in the clerk's language; they come with its screens and not before. */
export function useWords(): typeof cs {
  return useTexts().language === 'en' ? en : cs
}
