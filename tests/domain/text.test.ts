import fc from 'fast-check'
import { cleanLine, cleanText, MAX_TEXT, shortened, splitTitle, TITLE_MAX } from '../../bot/domain/text'

describe('a text that somebody typed', () => {
  test.each([
    ['is trimmed', '  hello \n', 'hello'],
    ['keeps its lines', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['loses control characters', 'a\u0000b\u0007c\u001B[31md\u009F', 'abc[31md'],
    ['keeps tabs, as pasted tables have', 'a\tb', 'a\tb'],
    ['keeps emoji whole, families and flags too', '👩‍👩‍👧‍👦 🇩🇰 👍🏽', '👩‍👩‍👧‍👦 🇩🇰 👍🏽'],
    ['keeps right-to-left words and marks', 'שלום \u200Fعالم', 'שלום \u200Fعالم'],
    ['loses switches of direction that would turn round what follows', '\u202Etxt.exe\u2067', 'txt.exe'],
    ['is composed, so that two ways to type ø or é are one', 'Cafe\u0301', 'Café'],
    ['has no half characters', 'cut \uD83D', 'cut \uFFFD'],
    ['keeps quotes and markup for others to escape', `'; DROP <b>"*_`, `'; DROP <b>"*_`],
  ])('%s', (_, typed, kept) => {
    expect(cleanText(typed)).toEqual({ kind: 'ok', text: kept })
  })

  test('is kept whole up to 20,000 characters and refused above, never cut', () => {
    expect(cleanText('x'.repeat(MAX_TEXT))).toEqual({ kind: 'ok', text: 'x'.repeat(20_000) })
    expect(cleanText('x'.repeat(MAX_TEXT + 1))).toEqual({ kind: 'tooLong', length: 20_001, max: 20_000 })
    expect(cleanText(`${'x'.repeat(MAX_TEXT)}   \n`).kind).toBe('ok')
  })

  test('cleaned twice is the same as cleaned once, and survives JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = cleanText(typed)
        if (once.kind !== 'ok') throw new Error('short texts are never too long')
        expect(cleanText(once.text)).toEqual(once)
        expect(JSON.parse(JSON.stringify(once))).toEqual(once)
      }),
    )
  })
})

describe('a line', () => {
  test('is one line, whatever was pasted', () => {
    expect(cleanLine(' Send\n the \t price   file ', TITLE_MAX)).toEqual({
      kind: 'ok',
      text: 'Send the price file',
    })
  })

  test('that is longer than allowed is refused with both lengths', () => {
    expect(cleanLine('abcdef', 5)).toEqual({ kind: 'tooLong', length: 6, max: 5 })
  })
})

describe('what is wrong, split into a title and the rest', () => {
  test('a short line is the title and nothing more', () => {
    expect(splitTitle(' Totals are wrong. Badly. ')).toEqual({
      kind: 'ok',
      title: 'Totals are wrong. Badly.',
      details: '',
    })
  })

  test('of several lines the first is the title, and the whole stays in the details', () => {
    const typed = 'Totals are wrong\nOn every invoice since Monday'
    expect(splitTitle(typed)).toEqual({ kind: 'ok', title: 'Totals are wrong', details: typed })
  })

  test('of a long paragraph the first sentence is the title', () => {
    const typed = `Totals are wrong on v1.2 invoices. ${'They differ by the tax. '.repeat(20)}`.trim()
    expect(splitTitle(typed)).toEqual({
      kind: 'ok',
      title: 'Totals are wrong on v1.2 invoices.',
      details: typed,
    })
  })

  test('of a sentence without an end the beginning is the title, cut at a word', () => {
    const split = splitTitle('word '.repeat(100))
    expect(split).toMatchObject({ kind: 'ok', details: 'word '.repeat(100).trim() })
    const title = split.kind === 'ok' ? split.title : ''
    expect(title.length).toBeLessThanOrEqual(TITLE_MAX)
    expect(title).toMatch(/^(word )+word…$/)
  })

  test('a text that is too long to keep is refused', () => {
    expect(splitTitle('x'.repeat(MAX_TEXT + 1))).toEqual({ kind: 'tooLong', length: 20_001, max: 20_000 })
  })

  test('nothing typed is lost: every text is its title, or stands whole in the details', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (typed) => {
        const split = splitTitle(typed)
        const clean = cleanText(typed)
        if (split.kind !== 'ok' || clean.kind !== 'ok') throw new Error('short texts are never too long')
        expect(split.title.length).toBeLessThanOrEqual(TITLE_MAX)
        expect(split.title).not.toMatch(/\n/)
        if (split.details === '') expect(split.title).toBe(clean.text.replace(/\s+/g, ' '))
        else expect(split.details).toBe(clean.text)
        expect(split.title === '').toBe(clean.text === '')
      }),
    )
  })
})

test('a shortened text never halves an emoji', () => {
  expect(shortened('👍👍👍👍', 4)).toBe('👍…')
  expect(shortened('short', 5)).toBe('short')
})
