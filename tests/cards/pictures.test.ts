import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { openStage, showCard, takePicture, type Stage } from '../support/cardPictures'
import { gallery } from './gallery'
import { longest } from './hardCases'
import { inGerman } from './views'

/*
 * Cards as a browser draws them. `CARD_PICTURES=/tmp/cards npx jest tests/cards/pictures` also writes a picture of each
 * card, at desktop and phone width, light and dark, to be looked at.
 */

const folder = process.env['CARD_PICTURES'] ?? ''
const only = process.env['CARD_ONLY'] ?? ''
const PHONE = 320

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

/** German words are longer, and a German date begins as the first point of a list does. */
const GERMAN = inGerman(() => [...gallery(), ...longest()])

test.each([
  ['English', [...gallery(), ...longest()]],
  ['German', GERMAN],
] as const)('no %s card is wider than a phone', async (_, cards) => {
  const page = await openStage(browser, { width: PHONE, theme: 'light' })
  const wide: string[] = []
  for (const [name, card] of cards) {
    for (const culprit of await showCard(page, card)) wide.push(`${name}: ${culprit}`)
  }
  expect(wide).toEqual([])
})

if (folder !== '') {
  const stages: readonly Stage[] = [
    { width: 480, theme: 'light' },
    { width: PHONE, theme: 'light' },
    { width: 480, theme: 'dark' },
    { width: PHONE, theme: 'dark' },
  ]
  test.each(stages)(
    'pictures at $width px, $theme',
    async (stage) => {
      if (stage.width === PHONE) {
        const page = await openStage(browser, stage)
        for (const [name, card] of GERMAN.filter(([name]) => name.includes(only))) {
          await showCard(page, card)
          await takePicture(page, folder, `${name}-${stage.theme}-phone-german`)
        }
      }
      for (const wide of [false, true]) {
        const width = wide && stage.width > PHONE ? 560 : stage.width
        const page = await openStage(browser, { ...stage, width })
        for (const [name, card, at] of [...gallery(), ...longest()]) {
          if ((at === 560) !== wide || !name.includes(only)) continue
          await showCard(page, card)
          await takePicture(page, folder, `${name}-${stage.theme}${stage.width === PHONE ? '-phone' : ''}`)
        }
      }
    },
    600_000,
  )
}
