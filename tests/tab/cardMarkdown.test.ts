import fc from 'fast-check'
import { plain } from '../../bot/cards/text'
import { cardHtml } from '../../tab/cardView/markdown'
import { frozenCard } from '../../tab/cardView/frozen'

it.each([
  ['**12** late', '<b>12</b> late'],
  ['_quietly_ said', '<i>quietly</i> said'],
  ['was \\*not\\* bold', 'was *not* bold'],
  ['<at>Megan Bowen</at> waits', '<b>Megan Bowen</b> waits'],
  [
    '[A-12](https://example.com/a?b=1)',
    '<a class="link" href="https://example.com/a?b=1" target="_blank" rel="noopener noreferrer">A-12</a>',
  ],
  ['[run](javascript:alert(1))', '[run](javascript:alert(1))'],
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['first\nsecond', 'first<br>second'],
])('shows %s as it is meant', (text, html) => {
  expect(cardHtml(text)).toBe(html)
})

/** What a browser would show of the HTML: our tags taken off, entities read. */
const seen = (html: string) =>
  html
    .replace(/<\/?(b|i)>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

it('lets no markup through but its own, whatever somebody wrote', () => {
  const tricky = fc.stringMatching(/^[<>"'&;#\\*_[\]()/=a-z:@ 0-9\uE000]{0,60}$/)
  fc.assert(
    fc.property(tricky, (text) => {
      const rest = cardHtml(text)
        .replace(/<\/?(b|i)>|<br>/g, '')
        .replace(
          /<a class="link" href="(https?:\/\/|mailto:|\/tab\/)[^"<>]*" target="_blank" rel="noopener noreferrer">[^<]*<\/a>/gi,
          '',
        )
      expect(rest).not.toMatch(/[<>]/)
    }),
    { numRuns: 2_000 },
  )
})

it('shows what somebody wrote and the cards escaped exactly as it was written', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z*_~`<>[\]()#{}.!+\\=|-][a-z0-9 *_~`<>[\]()#{}.!+\\=|-]{0,40}[a-z]$/),
      (text) => {
        expect(seen(cardHtml(plain(text)))).toBe(text.replace(/\s+/g, ' ').trim())
      },
    ),
    { numRuns: 2_000 },
  )
})

it('takes the buttons off a frozen card that would act, and keeps those that lead somewhere', () => {
  const button = (verb: string) => ({ type: 'Action.Execute', title: verb, verb })
  const card = {
    type: 'AdaptiveCard',
    body: [{ type: 'ActionSet', actions: [button('issue.show'), button('recap.post')] }],
    actions: [{ type: 'Action.Submit' }, { type: 'Action.OpenUrl', url: 'https://example.com' }],
  }
  expect(frozenCard(card)).toEqual({
    type: 'AdaptiveCard',
    body: [{ type: 'ActionSet', actions: [button('issue.show')] }],
    actions: [{ type: 'Action.OpenUrl', url: 'https://example.com' }],
  })
})
