import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../support/browser'

describe('finding a browser for the tests', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-browser-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'])(
    '%s on the path is found',
    (name) => {
      const program = install(name)
      expect(findBrowser({ PATH: `/nowhere:${folder}` }, 'linux')).toBe(program)
    },
  )

  test('one without a window comes before a whole browser, wherever it stands', () => {
    install('chromium')
    const lean = install('chromium-headless-shell', join(folder, 'later'))
    expect(findBrowser({ PATH: `${folder}:${join(folder, 'later')}` }, 'linux')).toBe(lean)
  })

  test('the one that CHROMIUM_PATH names comes first', () => {
    install('chromium')
    const chosen = install('my-chrome')
    expect(findBrowser({ PATH: folder, CHROMIUM_PATH: chosen }, 'linux')).toBe(chosen)
  })

  test('a CHROMIUM_PATH with nothing there is not replaced by another', () => {
    install('chromium')
    expect(findBrowser({ PATH: folder, CHROMIUM_PATH: join(folder, 'gone') }, 'linux')).toBeNull()
  })

  test('no browser, or one that may not be run, is none', () => {
    expect(findBrowser({ PATH: folder }, 'linux')).toBeNull()
    chmodSync(install('chromium'), 0o644)
    expect(findBrowser({ PATH: folder }, 'linux')).toBeNull()
  })

  function install(name: string, into = folder): string {
    mkdirSync(into, { recursive: true })
    const program = join(into, name)
    writeFileSync(program, '#!/bin/sh\n')
    chmodSync(program, 0o755)
    return program
  }
})
