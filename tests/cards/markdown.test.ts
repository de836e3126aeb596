import MarkdownIt from 'markdown-it'
import { safeMarkdown } from '../../bot/cards/markdown'

/** What a reader sees of a text of somebody's, as Teams' markdown shows it. */
function shown(text: string): string {
  return safeMarkdown(text)
    .lines.map((line) => new MarkdownIt({ html: false }).render(line).trim())
    .join('')
}

test.each([
  ['**Bold** and _slanted_', '<p><strong>Bold</strong> and <em>slanted</em></p>'],
  ['# Who decides', '<p><strong>Who decides</strong></p>'],
  ['- one\n- two', '<p>• one</p><p>• two</p>'],
  ['1. one\n2. two', '<p>1. one</p><p>2. two</p>'],
  ['[RACI](https://contoso.example/raci)', '<p><a href="https://contoso.example/raci">RACI</a></p>'],
  ['See https://contoso.example/a.', '<p>See <a href="https://contoso.example/a">contoso.example/a</a>.</p>'],
])('%j is shown as it was meant', (text, html) => expect(shown(text)).toBe(html))

test.each([
  '[x](javascript:alert(1))',
  '[x](http://contoso.example)',
  '![i](https://contoso.example/i.png)',
  '<b>bold</b> <script>alert(1)</script>',
  '<at>Megan</at>',
  '`code` ~~gone~~',
  '> quoted',
  '=== line',
  '**not [closed',
])('%j can do no harm', (text) => {
  const html = shown(text)
  expect(html).not.toMatch(/<(?!\/?(?:p|strong|em)>|\/a>|a href="https:\/\/)/)
  expect(safeMarkdown(text).lines.join('')).not.toMatch(/(^|[^\\])<at>|\{\{/)
})

test('a function of the client in it is left alone', () => {
  expect(safeMarkdown('{{DATE(2026-11-20T00:00:00Z)}}').lines.join('')).not.toMatch(/\{\{/)
})
