import { readFileSync, readdirSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../bot/local/localStack'
import { fitsSome, takenBack } from '../../tab/words/de/bulk'
import { LOCALE, statusInline, withoutClutter } from '../../tab/words/de/common'
import { canComeIn } from '../../tab/words/de/exchange'
import { did, gaveIt, TRIAGED } from '../../tab/words/de/issueHistory'
import { answersLine } from '../../tab/words/de/shell'

const TAB = join(projectRoot(), 'tab')
const MODULES = readdirSync(join(TAB, 'words/en')).map((file) => basename(file, '.ts'))

const wordsOf = async (language: 'en' | 'de', name: string) =>
  (await import(join(TAB, 'words', language, name))) as Readonly<Record<string, unknown>>

/** Every text of a module by its path; a function's is its source, which holds its texts. */
function textsOf(words: object, path: string): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, String(value)]]
    return typeof value === 'object' && value !== null ? textsOf(value, here) : []
  })
}

test('each language has the same words: module by module, name by name', async () => {
  expect(readdirSync(join(TAB, 'words/de'))).toEqual(readdirSync(join(TAB, 'words/en')))
  for (const name of MODULES) {
    const [english, german] = [await wordsOf('en', name), await wordsOf('de', name)]
    expect([name, Object.keys(german).toSorted()]).toEqual([name, Object.keys(english).toSorted()])
  }
})

/** What reads the same in both, and why. */
const SAME: Readonly<Record<string, string>> = {
  'common.FILTER': 'is a German word too',
  'common.counted': 'is given its words',
  'common.ago.minutes': 'a unit',
  'common.ago.hours': 'a unit',
  'rag.RAG_LETTER.red': 'both words begin alike',
  'exchange.number': 'figures, which follow the locale',
  'items.SHOW_WORD.board': 'is a German word too',
  'items.board.name': 'is a German word too',
  'items.done.is': 'a number and a state',
  'overview.WORDS.goLive': 'is what German projects say',
  'recaps.week.ofYear': 'is given its words',
  'source.KIND_WORD.plan': 'is a German word too',
  'source.KIND_WORD.uat': 'is what German projects say',
  'source.KIND_WORD.cutover': 'is what German projects say',
  'source.beside.since': 'is given its words',
  'waiting.withTrouble': 'is given its words',
  'issuePane.wantedMove': 'takes the dots off a word',
  'change.nowIs': 'a number and a state',
  'mine.issueStands': 'a severity and an age',
}

test('a German text is another one than the English', async () => {
  const alike: string[] = []
  for (const name of MODULES) {
    const english = new Map(textsOf(await wordsOf('en', name), name))
    for (const [path, text] of textsOf(await wordsOf('de', name), name)) {
      // What a key is called does not change with what is said of it.
      const isKey = /^(?:keys\.LOG_KEYS|itemKeys\.KEYS|sourceKeys\.KEYS)\.\d+\.0$/.test(path)
      if (english.get(path) === text && !isKey) alike.push(path)
    }
  }
  expect(alike.filter((path) => !Object.hasOwn(SAME, path))).toEqual([])
  expect(Object.keys(SAME).filter((path) => !alike.includes(path))).toEqual([])
})

test('the German counts, quotes and puts its words as German does', () => {
  expect(answersLine('Woche 47', 1, 7)).toBe('Woche 47 · 1 von 7 hat geantwortet')
  expect(canComeIn(1200)).toBe('1.200 Zeilen können herein')
  expect(takenBack(2, 1)).toBe('2 Probleme sind wieder wie vorher; 1 wurde seither geändert und blieb')
  expect(fitsSome(2, 3, [`I-21 ist erst ${statusInline('readyForRetest')}`], 0)).toBe(
    'passt für 2 von 3: I-21 ist erst bereit zum Test',
  )
  expect(did([TRIAGED, gaveIt('Adele')], false, 'eilt')).toBe(
    'hat es eingeordnet, es an Adele übergeben: „eilt“',
  )
  const day = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' })
  expect(withoutClutter(day.format(new Date(2026, 10, 20)))).toBe('Fr 20. Nov.')
})

test('no text for people stands in the tab’s code: those stand with the words', () => {
  const files = readdirSync(TAB, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !file.startsWith('words/'))
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap((file) => textsIn(join(TAB, file)))).toEqual([])
})

/** What is the same in every language: our name, what is typed to the bot, a key; and what only machines read. */
const EVERYWHERE = new Set([
  'Plumbline',
  ' · Plumbline',
  '@Plumbline',
  'setup',
  'Esc',
  'Bearer ',
  'Action.Submit',
  'Action.Execute',
  'plumbline.columns.',
  ' contested',
  'button primary',
  'Arrow',
  'Enter',
  'Home',
  'End',
  'recap:',
  'recap now',
])

/** Questions about media, addresses and modules, HTML, selectors, and the classes of columns. */
const MACHINES = /^\([a-z-]+: [a-z]+\)$|^(?:https?:|\.{0,2}\/)|[<>]|="|^\.[a-z]|^col-/

/** Attributes whose values nobody reads. */
const UNREAD = /^(?:className|style|key|id|d|viewBox|points|transform|rel|accept|autoComplete|htmlFor)$/

/** Names of keys and of what a page is made of: compared, looked for or set, never read. */
const UNREAD_CALL = /(?:querySelector(?:All)?|getElementById|closest|matches|test|press|toggle|set|get|has)$/

/** Literals that read as words, and what stands between tags or in attributes that are read. */
function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const note = (text: string) => found.push(`${relative(TAB, file)}: ${text.trim()}`)
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    if (isUnread(node)) return
    if (ts.isJsxText(node)) {
      if (/\p{L}{2,}/u.test(node.text) && !EVERYWHERE.has(node.text.trim())) note(node.text)
    } else {
      const text = literalOf(node)
      if (text !== null && (readsAsWords(text) || isRead(node, text)) && !isForMachines(text)) note(text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isForMachines(text: string): boolean {
  return EVERYWHERE.has(text) || MACHINES.test(text)
}

function isUnread(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return UNREAD.test(node.name.getText())
  if (ts.isPropertyAssignment(node)) return /^(?:className|class)$/.test(node.name.getText())
  if (ts.isBinaryExpression(node) && /^[=!]==$/.test(node.operatorToken.getText())) return true
  return ts.isCallExpression(node) && UNREAD_CALL.test(node.expression.getText())
}

/** An attribute that is read, with any letters in it. */
function isRead(node: ts.Node, text: string): boolean {
  const names = /^(?:aria-label|aria-description|title|placeholder|alt|label|what|name)$/
  return (
    ts.isJsxAttribute(node.parent) && names.test(node.parent.name.getText()) && /^[A-Z]|\p{L} /u.test(text)
  )
}

function readsAsWords(text: string): boolean {
  return /^\P{L}*\p{Lu}\p{Ll}{2,}|\p{L}{2,} \p{L}{2,}|\p{L}{2,}[.?!:…]\s*$| \p{Ll}{2,}\b/u.test(text)
}

function literalOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text
  return null
}
