import { LARGEST } from '../api/directory-api'

const SIDE = 320
const LEAST = 160
const QUALITIES = [0.9, 0.8, 0.65, 0.5]

/** The square middle of a picture as a JPEG the gateway takes, as a data address; fails for what is none. */
export async function squared(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const pen = canvas.getContext('2d')
  if (!pen || side < LEAST) throw new Error('no picture to draw')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, SIDE, SIDE)
  pen.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SIDE, SIDE)
  const drawn = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality)).find((jpeg) => base64(jpeg).length <= LARGEST)
  if (!drawn) throw new Error('no picture small enough')
  return drawn
}

/** What stands behind the comma of a data address. */
export const base64 = (address: string): string => address.slice(address.indexOf(',') + 1)
