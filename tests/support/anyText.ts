import fc from 'fast-check'
import { cleanText } from '../../bot/domain/text'

/** What spreadsheet programs run, what parts cells and lines, and what XML and Excel have a meaning of their own for. */
const SIGNS = [
  ...['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', "'", '"', ',', ';', '|', ' ', '\u00a0', '\ufeff'],
  ...[
    '=1+1',
    '=HYPERLINK("http://evil")',
    "+cmd|' /C calc'!A0",
    '@SUM(A1)',
    '-2+3',
    "'=1",
    "''+1",
    '","',
    '";"',
  ],
  ...[
    '_x0041_',
    '_x000D_',
    '_X005f_',
    '&amp;',
    '<b>',
    ']]>',
    '<![CDATA[',
    '&#10;',
    'n/a',
    'TBD',
    'none',
    '\\',
    '\\n',
    'TRUE',
    '1e5',
    '007',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u000b',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufffe',
    '\uffff',
    '\ud800',
  ],
  ...['👩‍👩‍👧‍👦', 'e\u0301', 'שלום', '\u202eabc', '\u{1ffff}', '\u{10ffff}'],
]

/** Text of any signs, as a record keeps what was typed; it may be empty. */
export const anyText = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...SIGNS), weight: 3 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 6 }), weight: 1 },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }), weight: 1 },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => {
    const clean = cleanText(pieces.join(''))
    return clean.kind === 'ok' ? clean.text : ''
  })
