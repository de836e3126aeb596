import type { Browser } from 'playwright-core'
import { ADELE, ALEX, anIssue, LYNNE, MEGAN, PATTI } from '../support/builders'
import { launchBrowser } from '../support/browser'
import { serveTab, type ServedTab } from '../support/servedTab'
import { axeFindings, focused, openTab, overflow, type OpenTab } from '../support/tabPage'

let browser: Browser
let tab: ServedTab
let opened: OpenTab[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  opened = []
  tab = await serveTab()
  await tab.setUp()
  await stored('I-1', {
    title: 'Goods receipt can’t be posted',
    state: { status: 'inProgress' },
    owner: MEGAN,
  })
  await stored('I-2', { title: 'Delivery note prints the old number', state: { status: 'inProgress' } })
  await stored('I-3', { title: 'Logo is cut off', state: { status: 'triaged' }, owner: null })
})
afterEach(async () => {
  await Promise.all(opened.map(({ page }) => page.context().close()))
  await tab.close()
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
})

async function stored(id: `I-${number}`, over: Parameters<typeof anIssue>[0]) {
  const record = anIssue({ id, severity: 'workaround', reporter: PATTI, ...over })
  await tab.records.createIssue(tab.project, () => ({ issues: [{ record, over: 'new' }] }))
}

async function open(path = '/tab/', look: Parameters<typeof openTab>[3] = {}) {
  const view = await openTab(browser, tab, path, look)
  opened.push(view)
  await view.page.locator('.row.issue').first().waitFor()
  return view.page
}

type Page = Awaited<ReturnType<typeof open>>
const row = (page: Page, id: string) => page.locator(`#row-${id}`)
const issue = async (id: `I-${number}`) => (await tab.records.issue(tab.project, id))?.record
const inChat = (id: `I-${number}`, title: string) =>
  tab.inChat(PATTI, { do: 'changeIssue', id, change: { kind: 'edit', title }, seen: null })
const logInChat = (title: string) =>
  tab.inChat(PATTI, {
    do: 'logIssue',
    title,
    details: '',
    conversation: null,
    severity: 'showStopper',
    owner: null,
  })

it('selects by keys and moves those that it fits, says why not the others, and takes the lot back', async () => {
  const page = await open()
  await row(page, 'I-1').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Change what is selected' })
  await bar.getByText('3 selected').waitFor()
  expect(await row(page, 'I-3').getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Ready for retest fits 2 of 3: I-3 is only triaged' }).click()
  await page.getByText('2 issues changed').waitFor()
  expect((await issue('I-1'))?.state.status).toBe('readyForRetest')
  expect((await issue('I-3'))?.state.status).toBe('triaged')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('2 issues are as they were').waitFor()
  expect((await issue('I-2'))?.state.status).toBe('inProgress')
})

it('gives all that are selected an owner, and clears the selection with Esc', async () => {
  const page = await open()
  await page.getByRole('checkbox', { name: 'Select I-2' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Select I-3' }).check({ force: true })
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Lynne Robbins' })
  await page.getByText('2 issues changed').waitFor()
  expect([(await issue('I-2'))?.owner, (await issue('I-3'))?.owner]).toEqual([LYNNE, LYNNE])
  await row(page, 'I-1').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search issues' }).waitFor()
})

it('asks once why several are deferred', async () => {
  const page = await open()
  await page.getByRole('checkbox', { name: 'Select I-1' }).check({ force: true })
  await page.getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('button', { name: /^Deferred/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Deferred' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Say why; it stays with the issue.').waitFor()
  await dialog.getByRole('textbox').fill('The printer is replaced in March')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('1 issue changed').waitFor()
  expect((await issue('I-1'))?.state).toMatchObject({
    status: 'deferred',
    why: 'The printer is replaced in March',
  })
})

it('triages several new ones at once, says whom it does not fit, and takes the lot back', async () => {
  await stored('I-4', { title: 'Payment run stops', state: { status: 'new' }, severity: null, owner: null })
  await stored('I-5', { title: 'Nobody can sign in', state: { status: 'new' }, severity: null, owner: MEGAN })
  const page = await open('/tab/', { width: 390 })
  await row(page, 'I-3').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('button', { name: 'Triaged… fits 2 of 3: I-3 is triaged' }).click()
  const dialog = page.getByRole('dialog', { name: 'Triage 2 issues' })
  await dialog.getByRole('button', { name: 'Triage 2' }).click()
  await dialog.getByText('Choose how bad it is.').waitFor()
  await dialog.getByRole('radio', { name: /^Show-stopper/ }).check()
  await dialog.getByLabel('Who fixes it').selectOption({ label: 'Adele Vance' })
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Triage 2' }).click()
  await page.getByText('2 issues changed').waitFor()
  const triaged = { state: { status: 'triaged' }, severity: 'showStopper', owner: ADELE }
  expect([await issue('I-4'), await issue('I-5')]).toMatchObject([triaged, triaged])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('2 issues are as they were').waitFor()
  expect(await issue('I-5')).toMatchObject({ state: { status: 'new' }, severity: null, owner: MEGAN })
})

it.each([390, 320])(
  'has all moves of an issue at hand on a phone of %i px, the rarer ones behind one button',
  async (width) => {
    await stored('I-4', { title: 'Payment run stops', state: { status: 'readyForRetest' }, owner: MEGAN })
    const view = await openTab(browser, tab, '/tab/?issue=I-4', { width, height: 700 })
    opened.push(view)
    const { page } = view
    const pane = page.getByRole('region', { name: 'Issue I-4' })
    const more = pane.getByRole('button', { name: 'More', exact: true })
    await more.waitFor()
    const inRow = pane.locator('.moves > .button')
    const [first, ...others] = await inRow.evaluateAll((all) =>
      all.map((one) => ({ top: one.getBoundingClientRect().top, end: one.getBoundingClientRect().right })),
    )
    expect(others.map(({ top }) => top)).toEqual(others.map(() => first?.top))
    expect(others.at(-1)?.end).toBeLessThanOrEqual(width)
    await more.click()
    expect([
      ...(await inRow.allInnerTexts()).filter((word) => word !== 'More'),
      ...(await pane.locator('.menu-item').allInnerTexts()),
    ]).toEqual(['Close, it works', 'It still fails…', 'Defer…', 'Duplicate…'])
    expect(await axeFindings(page)).toEqual([])
    await pane.getByRole('button', { name: 'Defer…' }).click()
    await page.getByRole('dialog', { name: 'Defer I-4' }).waitFor()
  },
)

it('edits an owner and a title in their cells; Esc restores', async () => {
  const page = await open('/tab/', { as: ALEX })
  await row(page, 'I-3').focus()
  await page.keyboard.press('a')
  await page.getByRole('combobox', { name: 'Owner of I-3' }).selectOption({ label: 'Adele Vance' })
  await row(page, 'I-3').getByText('Adele').waitFor()
  await row(page, 'I-3').focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title of I-3' }).fill('Something else')
  await page.keyboard.press('Escape')
  await row(page, 'I-3').getByText('Logo is cut off').waitFor()
  await focused(page, 'row-I-3')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title of I-3' }).fill('Logo is cut off on A5')
  // The owner's own words may still stand there.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.keyboard.press('Enter')
  expect((await saved).status()).toBe(200)
  await page.getByText('I-3 saved').waitFor()
  expect(await issue('I-3')).toMatchObject({ title: 'Logo is cut off on A5', owner: ADELE })
})

it('shows the columns that were chosen: in the address, and remembered for this person alone', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Where' }).uncheck()
  await page.getByRole('checkbox', { name: 'Workstream' }).check()
  await page.waitForURL(/columns=state%2Cowner%2Cworkstream%2Cage%2Cchanged/)
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    'Severity',
    'No.',
    'Title',
    'State',
    'Owner',
    'Workstream',
    'Age',
    'Last change',
  ])
  await page.goto(`${tab.origin}/tab/`)
  await page.waitForURL(/columns=state%2Cowner%2Cworkstream/)
  const other = await open('/tab/?columns=age')
  expect(await other.getByRole('columnheader').allInnerTexts()).toEqual(['Severity', 'No.', 'Title', 'Age'])
})

it('lets what others log wait on top, so that the row with the focus stays where it is', async () => {
  const page = await open()
  await row(page, 'I-2').focus()
  const before = await row(page, 'I-2').boundingBox()
  await logInChat('Payment run pays an invoice twice')
  await logInChat('Nobody can sign in')
  const news = page.getByRole('button', { name: 'Show 2 new issues' })
  await news.waitFor({ timeout: 12_000 })
  expect(await row(page, 'I-4').count()).toBe(0)
  expect(await page.evaluate('document.activeElement.id')).toBe('row-I-2')
  expect((await row(page, 'I-2').boundingBox())?.height).toBe(before?.height)
  await news.click()
  await row(page, 'I-4').waitFor()
  await row(page, 'I-5').waitFor()
})

it('keeps what I am typing while others change the same issue, and shows both when I save', async () => {
  const page = await open('/tab/?issue=I-2', { as: PATTI, expects: /409/ })
  await page.getByRole('button', { name: /^Title: Delivery/ }).click()
  const field = page.getByRole('textbox', { name: 'Title' })
  await field.fill('Delivery note prints last year’s number')
  await inChat('I-2', 'Delivery note prints a wrong number')
  await row(page, 'I-2').getByText('Delivery note prints a wrong number').waitFor({ timeout: 12_000 })
  expect(await field.inputValue()).toBe('Delivery note prints last year’s number')
  await field.press('Enter')
  const notice = page.getByRole('alert')
  await notice.getByText(/Delivery note prints a wrong number/).waitFor()
  await notice.getByRole('button', { name: /^Save mine/ }).click()
  await page.getByText('I-2 saved').waitFor()
  expect((await issue('I-2'))?.title).toBe('Delivery note prints last year’s number')
})

it('keeps what somebody says about an issue in its history', async () => {
  const page = await open('/tab/?issue=I-1', { as: LYNNE })
  await page.getByRole('textbox', { name: 'Comment' }).fill('Seen again on build 47.2')
  await page.getByRole('button', { name: 'Add the comment' }).click()
  await page.getByText('said: “Seen again on build 47.2”').waitFor()
  expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('')
  const history = await tab.records.history(tab.project, 'I-1')
  expect(history.at(-1)).toMatchObject({ by: LYNNE, why: 'Seen again on build 47.2', fields: [] })
})

describe('a list that is longer than a window', () => {
  beforeEach(async () => {
    for (let number = 4; number <= 90; number++) {
      await stored(`I-${number}`, { title: `Generated ${number}`, severity: 'cosmetic', owner: null })
    }
  })

  it('is worked by keys to its end, with few rows in the page, and tells where each stands', async () => {
    const page = await open('/tab/?sort=no')
    await page.locator('.virtual .row').first().waitFor()
    const grid = page.getByRole('grid', { name: 'Issues' })
    expect(await grid.getAttribute('aria-rowcount')).toBe('93')
    await row(page, 'I-1').focus()
    await page.keyboard.press('End')
    await row(page, 'I-90').waitFor()
    await focused(page, 'row-I-90')
    expect(await row(page, 'I-90').getAttribute('aria-rowindex')).toBe('93')
    expect(await page.locator('.row').count()).toBeLessThanOrEqual(60)
    await page.keyboard.press('ArrowUp')
    await focused(page, 'row-I-89')
    await page.keyboard.press('Home')
    await focused(page, 'row-I-1')
    expect(await axeFindings(page)).toEqual([])
  })

  it('keeps the focus on its row when that is scrolled out of sight', async () => {
    const page = await open('/tab/?sort=no')
    await page.locator('.virtual .row').first().waitFor()
    await row(page, 'I-2').focus()
    await page.evaluate('void (document.querySelector(".list").scrollTop = 2000)')
    await row(page, 'I-60').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('row-I-2')
    await page.keyboard.press('ArrowDown')
    await focused(page, 'row-I-3')
  })

  it.each([1280, 375])(
    'has its lines where they would stand if all were there, one after the other, %i px wide',
    async (width) => {
      const page = await open('/tab/?sort=no&group=none', { width })
      await page.locator('.virtual .row').first().waitFor()
      await row(page, 'I-2').focus()
      for (const top of [1_500, 900, 2_000]) {
        const [focused, ...lines] = await linesAt(page, top)
        expect(focused?.id).toBe('row-I-2')
        expect(lines.length).toBeGreaterThan(9)
        for (const [at, { index, top }] of lines.slice(1).entries()) {
          expect(index).toBe((lines[at]?.index ?? 0) + 1)
          expect(top).toBeCloseTo(lines[at]?.bottom ?? 0, 1)
        }
        if (width > 1000) expect(lines[0]?.top).toBe(((lines[0]?.index ?? 0) - 2) * 36)
        expect(focused?.bottom).toBeLessThan(300)
      }
    },
  )

  it('leaves the styles of its lines alone, so that the browser works them out once for all', async () => {
    const page = await open('/tab/?sort=no')
    await page.locator('.virtual .row').first().waitFor()
    expect((await linesAt(page, 0)).filter(({ isStyled }) => isStyled)).toEqual([])
    await row(page, 'I-2').focus()
    const styled = (await linesAt(page, 1_500)).filter(({ isStyled }) => isStyled)
    expect(styled.map(({ id }) => id)).toEqual(['row-I-2'])
  })

  /** The lines that are drawn once those fill the list that was scrolled so far, from its beginning, in px. */
  async function linesAt(page: Page, top: number) {
    const lines = await page.waitForFunction((scrollTop) => {
      const list = document.querySelector('.list')
      const body = document.querySelector('.virtual')
      if (!list || !body) return null
      if (list.scrollTop !== scrollTop) {
        list.scrollTop = scrollTop
        return null
      }
      const from = body.getBoundingClientRect().top
      const drawn = [...body.querySelectorAll<HTMLElement>('.row')].map((line) => ({
        id: line.id,
        index: Number(line.getAttribute('aria-rowindex')),
        top: line.getBoundingClientRect().top - from,
        bottom: line.getBoundingClientRect().bottom - from,
        isStyled: line.style.length > 0,
      }))
      const isFilled = drawn.some(({ bottom }) => bottom + from >= list.getBoundingClientRect().bottom)
      return isFilled ? drawn : null
    }, top)
    return (await lines.jsonValue()) ?? []
  }
})

it.each([
  ['default', 1280],
  ['dark', 960],
  ['contrast', 1280],
  ['default', 375],
  ['dark', 320],
])(
  'has nothing for axe to find and fits its window while issues are selected: %s, %i px',
  async (theme, width) => {
    const page = await open(`/tab/?theme=${theme}`, { width })
    await row(page, 'I-1').focus()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  },
)
