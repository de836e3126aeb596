import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { dateWords, weekSpan } from '../../bot/cards/dates'
import { de } from '../../bot/cards/words/de'
import { en } from '../../bot/cards/words/en'
import { languageOf, localeIn } from '../../bot/domain/language'
import { plainDate } from '../../bot/domain/time'
import { projectRoot } from '../../bot/local/localStack'

const CARDS = join(projectRoot(), 'bot/cards')

/** Every text of a table that is no function, by its path. */
function textsOf(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${key}`, value]]
    return typeof value === 'object' && value !== null ? textsOf(value, `${path}${key}.`) : []
  })
}

test('every German reads German, everybody else English', () => {
  const asked = ['de', 'de-AT', 'DE-de', 'en-GB', 'da-DK', 'den', '', 'dead-beef']
  expect(asked.map(languageOf)).toEqual(['de', 'de', 'de', 'en', 'en', 'en', 'en', 'en'])
})

test('what many read is written by the habits of one of them, where those are of its language', () => {
  expect(localeIn('en', 'en-US')).toBe('en-US')
  expect(localeIn('en', 'de-AT')).toBe('en-GB')
  expect(localeIn('de', 'de-AT')).toBe('de-AT')
  expect(localeIn('de', 'en-US')).toBe('de-DE')
  expect([localeIn('de'), localeIn('en', null)]).toEqual(['de-DE', 'en-GB'])
})

/** What is called the same in both languages. */
const SAME = new Set([
  'common.optional',
  'history.fields.details',
  'record.details',
  'source.kind.plan',
  'source.kind.uat',
  'source.kind.cutover',
  'project.goLive',
  'common.goLive',
])

test('a German text is another one than the English', () => {
  const english = new Map(textsOf(en))
  const same = textsOf(de).filter(([path, text]) => english.get(path) === text)
  expect(same.map(([path]) => path).filter((path) => !SAME.has(path))).toEqual([])
})

test('the German quotes, counts and addresses as German does', () => {
  expect(de.weekly.question(1, false)).toBe('Wie steht es um Ihre Aufgabe?')
  expect(de.weekly.question(3, false)).toBe('Wie steht es um Ihre 3 Aufgaben?')
  expect(de.exchange.canComeIn(1200)).toBe('1.200 Zeilen lassen sich einlesen')
  expect(de.lists.found('Preis', 2)).toBe('2 gefunden zu „Preis“')
  expect(de.refusals.pleaseAsk(['Adele', 'Alex'])).toBe('Bitte Adele oder Alex fragen.')
})

test('cards hold no sentence and no name of a button: those stand with the words', () => {
  const files = readdirSync(CARDS).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap(wordsIn)).toEqual([])
})

/** Examples of what is typed that are no words of a language. */
const TYPED = new Set(['Europe/Copenhagen'])

/** Literals that read as words: a capital with small letters after it, or letters, a space and letters. */
function wordsIn(file: string): string[] {
  return literalsIn(`bot/cards/${file}`).filter(
    (text) => /^[A-Z][a-z]{2,}|\p{L}{2,} \p{L}{2,}|\p{L}{2,}[.?!:] /u.test(text) && !TYPED.has(text),
  )
}

/**
 * Where words stand outside of the tables, and why. What operators read, in a log or at start, is in English; what people
 * type to the bot are the commands themselves; what is kept in a record stands with its rule, in every language.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'bot/config.ts': 'operators: what is missing at start',
  'bot/local/': 'the trial on one machine',
  'bot/operate/': 'operators: a program of theirs',
  'bot/running.ts': 'operators: the log',
  'bot/storage/': 'operators: errors in the log, and queries',
  'bot/telemetry/': 'operators: what is measured',
  'bot/teams/channelToken.ts': 'operators: why a token is not trusted',
  'bot/teams/guard.ts': 'operators: why an activity is turned away',
  'bot/teams/commands/': 'commands, and the many words for them',
  'bot/flows/searchSource.ts': 'words that people search by',
  'bot/flows/sourceWords.ts': 'words that people ask with',
  'bot/domain/exchange/':
    'a file of records: its headings are read back, and what an import adds to a record many read',
  'bot/domain/headlineWords.ts': 'kept: the headline of a recap',
  'bot/domain/pinnedTabs.ts': 'kept: names of tabs in the channel',
  'bot/domain/sourceKinds.ts': 'kept: titles of the entries that every project begins with',
  'bot/mail/mailPage.ts': 'markup',
  'bot/api/tabPages.ts': 'headers, and what nobody asks for by hand',
}

test('no other room makes sentences for people: they say what happened, and the cards word it', () => {
  const found = filesIn('bot')
    .filter((file) => !file.startsWith('bot/cards/'))
    .flatMap((file) =>
      literalsIn(file)
        .filter(isSentence)
        .map((text) => ({ file, text })),
    )
  const isAllowed = ({ file }: { readonly file: string }, place: string) => file.startsWith(place)
  const strangers = found.filter((one) => !Object.keys(ELSEWHERE).some((place) => isAllowed(one, place)))
  expect(strangers).toEqual([])
  const unneeded = Object.keys(ELSEWHERE).filter((place) => !found.some((one) => isAllowed(one, place)))
  expect(unneeded).toEqual([])
})

/** Two words in a row, or one with the end of a sentence. */
function isSentence(text: string): boolean {
  return /\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{Ll}+[.?!]$/u.test(text)
}

function filesIn(folder: string): string[] {
  return readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()
}

/** Every literal of a file but those of errors that are thrown and of lines in the log. */
function literalsIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(projectRoot(), file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) ? !throwsRefusal(node) : isForNobody(node)) return
    const text = textOf(node)
    if (text !== null) found.push(text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A refusal is thrown, and its sentence is for people. */
function throwsRefusal({ expression }: ts.ThrowStatement): boolean {
  return ts.isNewExpression(expression) && expression.expression.getText() === 'Refused'
}

function isForNobody(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return true
  // What a card's element, action or data query is called is no word for people.
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'type') return true
  if (ts.isBinaryExpression(node) && /[=!]==/.test(node.operatorToken.getText())) return true
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error'
  return ts.isCallExpression(node) && /^super$|\blog\.(?:info|warn|error)$/.test(node.expression.getText())
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text
  return null
}

test('dates are in the language of the words', () => {
  const today = plainDate('2026-11-20')
  const dateFor = (locale: string) => dateWords(today, { locale, today })
  expect(['de-DE', 'de-AT', 'en-GB', 'da-DK'].map(dateFor)).toEqual([
    'Fr 20.\u00A0Nov',
    'Fr 20.\u00A0Nov',
    'Fri 20 Nov',
    'Fri 20 Nov',
  ])
  expect(['de-DE', 'da-DK'].map((locale) => weekSpan('2026-W47', locale))).toEqual([
    '16.–22.\u00A0Nov',
    '16–22 Nov',
  ])
})
