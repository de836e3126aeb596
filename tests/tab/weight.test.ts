import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { TAB_FOLDER } from '../support/servedTab'

/** What a browser fetches of code before the list is alive may weigh so much, in KB as gzip -9 packs it. */
const LIMIT_KB = 95

it.each(['en', 'de'])('needs no more code than it may before its list is alive: %s', (language) => {
  const scripts = scriptsOf(language)
  expect(scripts.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(
    expect.arrayContaining(['index', 'main', 'client']),
  )
  const bytes = scripts.reduce((sum, name) => sum + statSync(`${fileOf(language, name)}.gz`).size, 0)
  expect(bytes / 1024).toBeLessThan(LIMIT_KB)
})

/** The entry, the page that it loads at once, and all that these can't be run without. */
function scriptsOf(language: string): readonly string[] {
  const html = readFileSync(join(TAB_FOLDER, language, 'index.html'), 'utf8')
  const open = [...html.matchAll(/\/assets\/([\w.-]+\.js)"/g)].map(([, name = '']) => name)
  const found = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const text = readFileSync(fileOf(language, name), 'utf8')
    open.push(...[...text.matchAll(/(?:from|import)["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, to = '']) => to))
  }
  return [...found]
}

function fileOf(language: string, name: string): string {
  return join(TAB_FOLDER, language, 'assets', name)
}
