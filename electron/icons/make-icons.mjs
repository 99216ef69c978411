// Draws icon.svg in the sizes that packagers want: node electron/icons/make-icons.mjs (needs a Chromium).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumSwitches, findChromium } from '../../test/support/find-chromium.mjs'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** The mac's names for PNG images of a size in an .icns file. */
const ICNS_TYPES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]

async function drawAll(svg) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches() })
  const page = await browser.newPage()
  const images = new Map()
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    images.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return images
}

/** An .icns file: a head, then each image behind its type and length. */
function icns(images) {
  const parts = Object.entries(ICNS_TYPES).map(([type, size]) => {
    const image = images.get(size)
    const head = Buffer.alloc(8)
    head.write(type, 'ascii')
    head.writeUInt32BE(image.length + 8, 4)
    return Buffer.concat([head, image])
  })
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

/** An .ico file: a head, a directory of sizes and places, then the PNG images. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * ICO_SIZES.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(ICO_SIZES.length, 4)
  let place = head.length
  for (const [index, size] of ICO_SIZES.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(images.get(size).length, at + 8)
    head.writeUInt32LE(place, at + 12)
    place += images.get(size).length
  }
  return Buffer.concat([head, ...ICO_SIZES.map((size) => images.get(size))])
}

const images = await drawAll(readFileSync(join(FOLDER, 'icon.svg'), 'utf8'))
mkdirSync(join(FOLDER, 'png'), { recursive: true })
for (const [size, image] of images) writeFileSync(join(FOLDER, 'png', `${size}x${size}.png`), image)
writeFileSync(join(FOLDER, 'icon.icns'), icns(images))
writeFileSync(join(FOLDER, 'icon.ico'), ico(images))
