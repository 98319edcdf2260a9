import { looksRight } from './testing/looks'

looksRight('1440', '1280-dark', '900', 'forced')
