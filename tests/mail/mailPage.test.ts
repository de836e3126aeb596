import type { Browser, Page } from 'playwright-core'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mailPage } from '../../bot/mail/mailPage'
import { mailText } from '../../bot/mail/mailText'
import { aDueDate, ADELE, aPerson, aRecap, aVerdict, MEGAN } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { CORRECTED } from '../cards/recapsAfterwards'
import { RECAP } from '../cards/views'

/* `MAIL_PICTURES=/tmp/mail npx jest tests/mail` also writes pictures of the page, to be looked at. */

const folder = process.env['MAIL_PICTURES'] ?? ''
const NASTY = `<script>alert(1)</script><img src=x onerror="alert(1)"> "quoted" 'single' & &amp; </td></table> {{x}} \u202E`

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The page as a browser reads it, with all that it asked for and ran. */
async function opened(page: string, { width = 640, dark = false } = {}) {
  const tab = await browser.newPage({
    viewport: { width, height: 600 },
    deviceScaleFactor: 2,
    colorScheme: dark ? 'dark' : 'light',
  })
  const asked: string[] = []
  await tab.route('**/*', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: page })
  })
  const alerts: string[] = []
  tab.on('dialog', (dialog) => {
    alerts.push(dialog.message())
    void dialog.dismiss()
  })
  await tab.goto('http://mail.example/')
  return { tab, asked, alerts }
}

const linesOf = (tab: Page) =>
  tab.evaluate(() => document.body.innerText.split('\n').map((line) => line.trim()))

test('says what the card says, in the order of the card', async () => {
  const { tab } = await opened(mailPage(RECAP))
  const said = (await linesOf(tab)).join('\n')
  const order = ['ERP roll-out', 'load test 3 slips', 'late item', 'Workstreams', 'Done this week', 'Slipped']
  const places = [...order, 'Late', 'Blocked', 'Issues', 'In their words', 'answered', 'Records as of'].map(
    (words) => said.indexOf(words),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  await tab.close()
})

test('shows what the card folds away, and says each colour in words', async () => {
  const { tab } = await opened(mailPage(RECAP))
  const said = (await linesOf(tab)).join('\n')
  for (const { title } of RECAP.done) expect(said).toContain(title)
  expect(said).toMatch(/Amber: load test 3 slips/)
  for (const { name } of RECAP.workstreams) expect(said).toMatch(new RegExp(`(Red|Amber|Green) · ${name}`))
  await tab.close()
})

test('says the same as its plain text', async () => {
  const { tab } = await opened(mailPage(CORRECTED))
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const page = words((await linesOf(tab)).join('\n'))
  const text = words(mailText(CORRECTED))
  expect([...text].filter((word) => !page.has(word))).toEqual([])
  expect([...page].filter((word) => !text.has(word))).toEqual([])
  await tab.close()
})

test('says that it was corrected, by whom and what', () => {
  for (const said of [mailPage(CORRECTED), mailText(CORRECTED)]) {
    expect(said).toContain(
      'Corrected Fri 20 Nov, 16:10 by Alex Wilber: headline and colour of Data migration',
    )
    expect(said).toContain('Two weeks to go, and the customer list is here')
  }
  expect(mailPage(RECAP)).not.toContain('Corrected')
})

describe('a recap in which everybody writes what breaks a page', () => {
  const nobody = aPerson(NASTY)
  const line = { item: 'A-1', title: NASTY, owner: nobody } as const
  const due = aDueDate('2026-11-10').first
  const page = mailPage(
    aRecap({
      project: { name: NASTY, customer: NASTY },
      headline: NASTY,
      note: `${NASTY}\n${NASTY}`,
      overall: aVerdict({ override: { colour: 'red', by: nobody, why: NASTY } }),
      workstreams: [{ id: 'x' as never, name: NASTY, verdict: aVerdict(), was: null }],
      done: [line],
      slipped: [{ ...line, from: due, to: due, why: NASTY, moves: 4 }],
      late: [{ ...line, due, days: 9 }],
      blocked: [{ ...line, reason: NASTY, needs: nobody, waits: nobody, unblocks: NASTY, days: 9 }],
      issues: {
        ...aRecap().issues,
        open: 1,
        worst: [{ issue: 'I-1', title: NASTY, severity: 'showStopper', owner: nobody, days: 2 }],
      },
      answers: {
        asked: 2,
        answered: 0,
        missing: [nobody],
        unreached: [{ person: nobody, why: 'gone' }],
        away: [],
      },
      comments: [{ person: nobody, text: NASTY }],
      editedBy: nobody,
    }),
  )

  test('is a page of our own elements alone, which runs and loads nothing', async () => {
    const { tab, asked, alerts } = await opened(page)
    const found = await tab.evaluate(() => ({
      names: [...new Set([...document.querySelectorAll('*')].map((one) => one.tagName.toLowerCase()))].sort(),
      attributes: [
        ...new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())),
      ].sort(),
      tables: document.querySelectorAll('table').length,
      said: document.body.innerText,
    }))
    expect(found.names).toEqual(
      'b body h1 h2 head html meta p span style table tbody td title tr'.split(' ').sort(),
    )
    expect(found.attributes.filter((name) => /^on|^(src|href|srcset|background|action)$/.test(name))).toEqual(
      [],
    )
    expect(found.said).toContain('<script>alert(1)</script><img src=x onerror="alert(1)">')
    expect(found.said).not.toContain('\u202E')
    expect(asked).toEqual(['http://mail.example/'])
    expect(alerts).toEqual([])
    await tab.close()
  })

  test('has every tag closed where it was opened', () => {
    expect(unclosedIn(page)).toEqual([])
  })
})

test('refers to nothing outside itself, and moves and floats nothing', () => {
  const page = mailPage(RECAP)
  expect(page).not.toMatch(/https?:|url\(|@import|<(script|link|img|svg|iframe|object|form)\b/i)
  expect(page).not.toMatch(/display:\s*(flex|grid)|position:|float:/)
  expect(unclosedIn(page)).toEqual([])
})

describe('who is named', () => {
  const answers = {
    asked: 4,
    answered: 2,
    unreached: [{ person: ADELE, why: 'blocked' as const }],
    away: [],
  }

  test('nobody who has not answered, where the project chose to count', () => {
    const recap = aRecap({ answers: { ...answers, missing: null } })
    for (const said of [mailPage(recap), mailText(recap)]) {
      expect(said).toContain('2 of 4 people answered')
      expect(said).toContain('1 could not be reached in chat')
      expect(said).not.toMatch(/Adele|Megan/)
    }
  })

  test('those who are missing, where it chose to name', () => {
    const recap = aRecap({ answers: { ...answers, missing: [MEGAN, ADELE] } })
    for (const said of [mailPage(recap), mailText(recap)]) {
      expect(said).toContain('Not yet: Megan Bowen and Adele Vance')
      expect(said).toContain('Not reached in chat: Adele Vance')
    }
  })
})

test.each([
  { width: 640, dark: false },
  { width: 320, dark: false },
  { width: 640, dark: true },
  { width: 320, dark: true },
])('fits into $width px, dark: $dark, with words that can be read', async (stage) => {
  const { tab } = await opened(mailPage(CORRECTED), stage)
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(stage.width)
  expect(await tab.evaluate(faintTexts)).toEqual([])
  if (folder !== '') {
    await mkdir(folder, { recursive: true })
    const name = `mail-${stage.width}-${stage.dark ? 'dark' : 'light'}.png`
    await tab.screenshot({ path: join(folder, name), fullPage: true })
  }
  await tab.close()
})

/** Tags without their end, or ends without their beginning; an independent look that forgives nothing. */
function unclosedIn(page: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  const bare = page.replace(/<!--[^]*?-->/g, '').replace(/<style>[^]*?<\/style>/, '')
  for (const [, end, name = '', , self] of bare.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/g,
  )) {
    if (['meta', 'br', 'hr'].includes(name) || self === '/') continue
    if (end === '') open.push(name)
    else if (open.pop() !== name) wrong.push(`</${name}>`)
  }
  const left = bare
    .replace(/<!doctype html>/, '')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*\/?>/g, '')
  return [...wrong, ...open, ...(left.match(/[<>].{0,40}/g) ?? [])]
}

/** Texts whose contrast with what is behind them is below WCAG's 4.5. Runs in the page. */
function faintTexts(): string[] {
  const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = ([r = 0, g = 0, b = 0]: number[]) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (x ?? 0) + 0.7152 * (y ?? 0) + 0.0722 * (z ?? 0)
  }
  const behind = (element: Element | null): number[] => {
    if (!element) return [255, 255, 255]
    const colour = rgb(getComputedStyle(element).backgroundColor)
    return (colour[3] ?? 1) > 0 ? colour : behind(element.parentElement)
  }
  return [...document.body.querySelectorAll('*')]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((one) => {
      const [a, b] = [luminance(rgb(getComputedStyle(one).color)), luminance(behind(one))]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5
    })
    .map((one) => `${one.className}: ${one.textContent.trim().slice(0, 40)}`)
}
