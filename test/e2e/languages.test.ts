import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotebookWindows } from './notebook-window'

const page = (lang: string, title: string, sentence: string) =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${sentence}</p>`.repeat(8)}</article></body></html>`

const ENGLISH = page('en', 'The quay sinks', '“By four millimetres,” said Lind, “四毫米, a year.”')

describe('the text face', () => {
  const windows = new NotebookWindows()
  beforeAll(() => windows.start())
  afterAll(() => windows.stop())

  it.each([
    ['zh-CN', '码头正在下沉', '“码头正在下沉，”林马拉说。', /^"?Songti SC/],
    ['zh-Hant-TW', '碼頭正在下沉', '「碼頭正在下沉，」林馬拉說。', /^"?Songti TC/],
    ['ja', '沈む岸壁', '「岸壁は年に四ミリ沈む」とリンドは語った。', /^"?Hiragino Mincho/],
  ])('is that of the text’s own language: %s', async (lang, title, sentence, face) => {
    const one = await windows.open()
    const faceOf = async (name: string) => {
      const text = one.page.getByRole('article', { name })
      await text.waitFor()
      return text.evaluate((element) => getComputedStyle(element).fontFamily)
    }
    await one.open('local.html', Buffer.from(page(lang, title, sentence)))
    expect(await faceOf(title)).toMatch(face)
    await one.open('english.html', Buffer.from(ENGLISH))
    // What has Latin letters first: else quotation marks would be drawn as wide as a Chinese character.
    expect(await faceOf('The quay sinks')).toMatch(/Serif", "DejaVu Serif", "Noto Serif CJK SC", serif$/)
    expect(one.complaints).toEqual([])
  })
})
