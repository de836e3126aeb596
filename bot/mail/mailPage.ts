import { ragMark, ragWord } from '../cards/words'
import { wordsOf, type Words } from '../cards/words/wordsOf'
import { localeIn } from '../domain/language'
import type { Rag } from '../domain/rag'
import type { Recap } from '../domain/recap'
import { html, joined, own, text, written, type Html } from './html'
import { letterOf, type Letter, type LetterRow, type LetterSection } from './letter'

/*
 * One HTML document that stands alone: tables and inline styles, which Outlook draws; nothing that is loaded from
 * anywhere, no script. A style sheet in its head only betters what stands inline: dark colours, a narrow screen. Pasted
 * into a mail it is lost, and the mail reads as well without it.
 */

const FONT = own("font-family:'Segoe UI',Arial,Helvetica,sans-serif;")
const TEXT = own(`${FONT}font-size:15px;line-height:21px;color:#242424;`)
const SMALL = own(`${FONT}font-size:13px;line-height:18px;color:#616161;`)
const ALARM = own(`${FONT}font-size:13px;line-height:21px;color:#b1243f;font-weight:bold;`)
const FACT = own(`${FONT}font-size:13px;line-height:21px;color:#616161;`)

/** A band that its words stand on, and a mark for one line; both say the colour in words as well. */
const BAND: Readonly<Record<Rag, string>> = { red: '#fbe9ec', amber: '#fbf6d9', green: '#e7f2da' }
const MARK: Readonly<Record<Rag, string>> = { red: '#b1243f', amber: '#835b00', green: '#237b4b' }

const SHEET = own(`
  body { margin: 0; padding: 0; }
  @media (max-width: 480px) {
    .pad { padding-left: 16px !important; padding-right: 16px !important; }
    .num { font-size: 20px !important; }
    .label { font-size: 12px !important; }
  }
  @media (prefers-color-scheme: dark) {
    .page, body { background: #1f1f1f !important; }
    .sheet { background: #292929 !important; border-color: #3d3d3d !important; }
    .text { color: #ffffff !important; }
    .small { color: #c8c8c8 !important; }
    .alarm, .mark-red { color: #ff8095 !important; }
    .mark-amber { color: #f8d22a !important; }
    .mark-green { color: #a5d56e !important; }
    .line { border-color: #3d3d3d !important; }
    .band-red { background: #3e1f25 !important; }
    .band-amber { background: #463100 !important; }
    .band-green { background: #0d2e0d !important; }
  }`)

/** The recap as a page to mail: the same facts in the same order as its card. */
export function mailPage(recap: Recap): string {
  const letter = letterOf(recap)
  const w = wordsOf({ locale: localeIn(letter.language) })
  const title = `${ragWord(letter.colour, w)}: ${letter.headline} (${letter.about})`
  return html`<!doctype html>
    <html lang="${own(letter.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>${written(title)}</title>
        <style>
          ${SHEET}
        </style>
      </head>
      <body class="page" style="margin:0;padding:0;background:#f5f5f5;">
        <table
          role="presentation"
          class="page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          style="background:#f5f5f5;"
        >
          <tr>
            <td align="center" style="padding:16px 8px;">
              <!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              <table
                role="presentation"
                class="sheet"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="width:100%;max-width:640px;background:#ffffff;border:1px solid #e0e0e0;"
              >
                ${band(letter, w)} ${numbers(letter)} ${joined(letter.sections.map((one) => section(one, w)))}
                ${foot(letter)}
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html> `
}

function band({ about, colour, headline, note, small }: Letter, w: Words): Html {
  const { sign } = ragMark(colour)
  return html`<tr>
    <td
      class="pad band-${own(colour)}"
      bgcolor="${own(BAND[colour])}"
      align="left"
      style="padding:20px 24px;background:${own(BAND[colour])};"
    >
      <p class="small" style="margin:0;${SMALL}" dir="auto">${written(about)}</p>
      <h1
        class="text"
        style="margin:4px 0 0 0;${FONT}font-size:21px;line-height:27px;font-weight:bold;color:#242424;"
        dir="auto"
      >
        <span class="mark-${own(colour)}" style="color:${own(MARK[colour])};"
          >${written(sign)} ${written(ragWord(colour, w))}:</span
        >
        ${written(headline)}
      </h1>
      ${joined(note.map((line) => paragraph(line, 'text', `margin:8px 0 0 0;${TEXT}`)))}
      ${joined(small.map((line) => paragraph(line, 'small', `margin:4px 0 0 0;${SMALL}`)))}
    </td>
  </tr>`
}

function paragraph(words: string, name: 'text' | 'small', style: string): Html {
  return html`<p class="${own(name)}" style="${own(style)}" dir="auto">${written(words)}</p>`
}

function numbers({ numbers: all }: Letter): Html {
  const width = Math.floor(100 / Math.max(1, all.length))
  const cells = all.map(
    ({ value, label }) =>
      html`<td width="${width}%" align="left" valign="top" style="padding:0 8px 0 0;">
        <p
          class="text num"
          style="margin:0;${FONT}font-size:24px;line-height:30px;font-weight:bold;color:#242424;"
        >
          ${written(value)}
        </p>
        <p class="small label" style="margin:0;${SMALL}">${written(label)}</p>
      </td>`,
  )
  return html`<tr>
    <td class="pad" style="padding:18px 24px 4px 24px;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
        <tr>
          ${joined(cells)}
        </tr>
      </table>
    </td>
  </tr>`
}

function section({ title, beside, rows }: LetterSection, w: Words): Html {
  return html`<tr>
    <td class="pad" style="padding:12px 24px 0 24px;">
      <table
        role="presentation"
        class="line"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="border-top:1px solid #e0e0e0;"
      >
        <tr>
          <td colspan="2" align="left" style="padding:12px 0 2px 0;">
            <h2 class="text" style="margin:0;${TEXT}font-weight:bold;">
              ${written(title)}${
                beside === ''
                  ? text('')
                  : html` <span class="small" style="${FACT}font-weight:normal;">${written(beside)}</span>`
              }
            </h2>
          </td>
        </tr>
        ${joined(rows.map((one) => rowOf(one, w)))}
      </table>
    </td>
  </tr>`
}

function rowOf({ colour, sign, what, fact, alarming, lines }: LetterRow, w: Words): Html {
  const mark =
    colour === null
      ? text(sign === '' ? '' : `${sign} `)
      : html`<b class="mark-${own(colour)}" style="color:${own(MARK[colour])};"
            >${written(ragMark(colour).sign)} ${written(ragWord(colour, w))}</b
          >
          · `
  const under = lines.map((line) => paragraph(line, 'small', `margin:0;${SMALL}`))
  const left = html`<p class="text" style="margin:0;${TEXT}" dir="auto">${mark}${written(what)}</p>
    ${joined(under)}`
  const name = alarming ? 'alarm' : 'small'
  return fact === ''
    ? html`<tr>
        <td colspan="2" align="left" valign="top" style="padding:5px 0;word-break:break-word;">${left}</td>
      </tr>`
    : html`<tr>
        <td align="left" valign="top" style="padding:5px 12px 5px 0;word-break:break-word;">${left}</td>
        <td align="right" valign="top" style="padding:5px 0;white-space:nowrap;">
          <span class="${own(name)}" style="${alarming ? ALARM : FACT}">${written(fact)}</span>
        </td>
      </tr>`
}

function foot({ foot: lines }: Letter): Html {
  return html`<tr>
    <td class="pad" style="padding:12px 24px 20px 24px;">
      <table
        role="presentation"
        class="line"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="border-top:1px solid #e0e0e0;"
      >
        <tr>
          <td align="left" style="padding:12px 0 0 0;">
            ${joined(lines.map((line) => paragraph(line, 'small', `margin:0 0 4px 0;${SMALL}`)))}
          </td>
        </tr>
      </table>
    </td>
  </tr>`
}
