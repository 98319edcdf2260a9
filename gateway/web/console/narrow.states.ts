import { looksRight } from './testing/looks'

// Beside the wide screens, so that two browsers work at once.
looksRight('320-dark', '320', 'zoom400')
