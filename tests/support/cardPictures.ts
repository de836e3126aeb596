import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Card } from '../../bot/cards/card'

/** Where cards are shown: Teams' desktop and phone widths, light and dark. */
export type Stage = { readonly width: number; readonly theme: 'light' | 'dark' }

const COLOURS = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    line: '#e0e0e0',
    text: '#242424',
    subtle: '#616161',
    emphasis: '#f5f5f5',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835b00',
    attention: '#c4314b',
    goodBand: '#e7f2da',
    warningBand: '#fbf6d9',
    attentionBand: '#fcf4f6',
    field: '#ffffff',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    line: '#3d3d3d',
    text: '#ffffff',
    subtle: '#adadad',
    emphasis: '#1f1f1f',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    goodBand: '#0d2e0d',
    warningBand: '#463100',
    attentionBand: '#3e1f25',
    field: '#1f1f1f',
  },
} as const

type Palette = (typeof COLOURS)[keyof typeof COLOURS]

/** A page with the card renderer that the Playground and the tab use, and Teams' markdown. Give it cards by `showCard`. */
export async function openStage(browser: Browser, stage: Stage): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: stage.width + 40, height: 600 },
    deviceScaleFactor: 2,
    colorScheme: stage.theme,
  })
  const palette = COLOURS[stage.theme]
  await page.setContent(pageOf(stage.width, palette))
  for (const file of ['adaptivecards/dist/adaptivecards.js', 'markdown-it/browser']) {
    await page.addScriptTag({ content: readFileSync(require.resolve(file), 'utf8') })
  }
  await page.evaluate(setUp, JSON.stringify(hostConfig(palette)))
  return page
}

/** Shows the card; answers with what is wider than the card, as "tag.class: its text". */
export async function showCard(page: Page, card: Card): Promise<string[]> {
  return page.evaluate(draw, JSON.stringify(card))
}

/** Writes the picture of the card that is shown. */
export async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.locator('#frame').screenshot({ path: join(folder, `${name}.png`) })
}

declare global {
  interface Window {
    drawCard: (json: string) => void
  }
}

function setUp(config: string): void {
  const code = `
    const config = new AdaptiveCards.HostConfig(${config});
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = window.markdownit({ html: false }).render(text);
      result.didProcess = true;
    };
    window.drawCard = (json) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = config;
      card.parse(JSON.parse(json));
      const place = document.getElementById('card');
      place.replaceChildren(card.render());
    };`
  const script = document.createElement('script')
  script.textContent = code
  document.body.append(script)
}

function draw(json: string): string[] {
  window.drawCard(json)
  const place = document.getElementById('card')
  if (!place) return ['no card']
  const edge = place.getBoundingClientRect().right
  return [...place.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.getBoundingClientRect().right > edge + 0.5)
    .map((element) => `${element.tagName}.${element.className}: ${element.innerText.slice(0, 60)}`)
}

function pageOf(width: number, c: Palette): string {
  const button = `font: 600 14px "Segoe UI", "Open Sans", sans-serif; color: ${c.text}; background: ${c.card};
    border: 1px solid ${c.line}; border-radius: 4px; padding: 5px 12px; min-height: 32px; letter-spacing: inherit;`
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: ${c.page}; font-family: "Segoe UI", "Open Sans", sans-serif;
      letter-spacing: -0.35px; }
    #frame { padding: 16px; width: ${width}px; background: ${c.page}; display: inline-block; }
    #card { background: ${c.card}; border: 1px solid ${c.line}; border-radius: 6px; overflow: hidden; }
    p { margin: 0; }
    a { color: ${c.accent}; text-decoration: none; }
    .ac-pushButton { ${button} }
    .ac-pushButton > div { overflow: visible !important; }
    .ac-input { font: 400 14px "Segoe UI", "Open Sans", sans-serif; color: ${c.text}; background: ${c.field};
      border: 1px solid ${c.line}; border-radius: 4px; padding: 5px 8px; box-sizing: border-box; width: 100%; }
    .ac-textInput.ac-multiline { min-height: 64px; }
    .ac-choiceSetInput-expanded, .ac-toggleInput { border: 0; padding: 0; }
    .ac-choiceSetInput-expanded > div { padding: 3px 0; }
    input[type=radio], input[type=checkbox] { width: auto !important; margin-right: 10px !important; }
    ::placeholder { color: ${c.subtle}; }
  </style><div id="frame"><div id="card"></div></div>`
}

/** The spacings and sizes of the Teams host in Microsoft's card designer. */
function hostConfig(c: Palette) {
  const colour = (value: string) => ({ default: value, subtle: value })
  const shade = (background: string) => ({
    backgroundColor: background,
    foregroundColors: {
      default: { default: c.text, subtle: c.subtle },
      accent: colour(c.accent),
      good: colour(c.good),
      warning: colour(c.warning),
      attention: colour(c.attention),
      dark: colour(c.text),
      light: colour(c.subtle),
    },
  })
  return {
    fontFamily: '"Segoe UI", "Open Sans", sans-serif',
    supportsInteractivity: true,
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: {
      default: shade(c.card),
      emphasis: shade(c.emphasis),
      good: shade(c.goodBand),
      warning: shade(c.warningBand),
      attention: shade(c.attentionBand),
      accent: shade(c.emphasis),
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    adaptiveCard: { allowCustomStyle: true },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { size: 'small', isSubtle: true },
        optionalInputs: { size: 'small', isSubtle: true },
      },
    },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: 'large', weight: 'bolder' } },
  }
}
