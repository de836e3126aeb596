import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from '@fluentui/react-components'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin, type Rolldown } from 'vite'

/** The Fluent tokens that the tab's CSS uses; a test of the built page holds the two together. */
const TOKENS = [
  'colorBrandBackground',
  'colorBrandBackground2',
  'colorBrandBackgroundHover',
  'colorBrandBackgroundPressed',
  'colorBrandForegroundLink',
  'colorCompoundBrandStroke',
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Selected',
  'colorNeutralBackground2',
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorNeutralForegroundOnBrand',
  'colorNeutralStencil1',
  'colorNeutralStroke1',
  'colorNeutralStroke2',
  'colorNeutralStroke3',
  'colorNeutralStrokeAccessible',
  'colorStatusDangerBackground1',
  'colorStatusDangerBackground3',
  'colorStatusDangerForeground1',
  'colorStatusDangerForeground3',
  'colorStatusSuccessBackground1',
  'colorStatusSuccessBorder1',
  'colorStatusSuccessForeground1',
  'colorStatusWarningBackground1',
  'colorStatusWarningBackground2',
  'colorStatusWarningBorder1',
  'colorStatusWarningForeground1',
  'colorStatusWarningForeground2',
  'colorStrokeFocus2',
  'shadow16',
] as const

/**
 * One tab for each language, with its texts built in: whoever opens it fetches no word of another, and no first row
 * waits for a dictionary. `--mode german` makes the second one.
 */
export default defineConfig(({ mode }) => ({
  base: '/tab/',
  root: 'tab',
  plugins: [react(), themes(), inLanguage(mode === 'german' ? 'de' : 'en'), preloadPage(), zipped()],
  resolve: { conditions: [...(mode === 'german' ? ['german'] : []), ...defaultClientConditions] },
  build: {
    outDir: `../dist/tab/${mode === 'german' ? 'de' : 'en'}`,
    emptyOutDir: true,
    target: 'es2022',
    // Assets never become data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: pageParts(), debugName: 'parts' }],
        },
      },
    },
  },
}))

/** Says in the page in which language it is. */
function inLanguage(language: 'en' | 'de'): Plugin {
  return {
    name: 'in-language',
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${language}">`),
  }
}

/**
 * Fluent's three themes as plain CSS, only the tokens that the tab uses: under 1 KB zipped where a FluentProvider
 * with three themes costs 17.
 */
function themes(): Plugin {
  const id = '/__themes.css'
  const light = declarations(teamsLightTheme)
  const dark = declarations(teamsDarkTheme)
  const contrast = declarations(teamsHighContrastTheme)
  return {
    name: 'themes',
    resolveId: (source) => (source === 'virtual:themes.css' ? id : undefined),
    load: (source) =>
      source === id
        ? `:root{color-scheme:light;${light}}
           @media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;${dark}}}
           :root[data-theme=dark]{color-scheme:dark;${dark}}
           :root[data-theme=contrast]{color-scheme:dark;${contrast}}
           @media print{:root,:root[data-theme]{color-scheme:light;${light}}}`
        : undefined,
  }
}

function declarations(theme: Theme): string {
  return TOKENS.map((token) => `--${token}:${theme[token]}`).join(';')
}

/** Puts each file's gzip beside it, as small as it gets: done once here, not by each process that serves it. */
function zipped(): Plugin {
  return {
    name: 'zipped',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(?:js|css)$/.test(one))) {
        const file = join(dir, name)
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
      }
    },
  }
}

type NameOfGroup = Rolldown.CodeSplittingNameFunction
type ModuleGraph = Parameters<NameOfGroup>[1]

/**
 * What the page draws with from the first, and parts that come later use too, is one file beside React's: many small
 * ones weigh more, and each is a request before the list stands. What the entry has of its own stays with it.
 */
function pageParts(): NameOfGroup {
  const page = join(import.meta.dirname, 'main.tsx')
  const entry = join(import.meta.dirname, 'start.ts')
  return (id, graph) => {
    if (/node_modules.(?:react|react-dom|scheduler)\W/.test(id)) return null
    const first = importedBy(page, graph)
    if (!first.has(id) || importedBy(entry, graph).has(id)) return null
    // With all that such a part needs itself: else it would wait for the page, and the page for it.
    return [...importersOf(id, graph)].some((one) => !first.has(one)) ? 'parts' : null
  }
}

/** A module and all that can't be run without it. */
function importersOf(id: string, graph: ModuleGraph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const one of graph.getModuleInfo(id)?.importers ?? []) importersOf(one, graph, found)
  return found
}

/** A module and all that it can't be run without. */
function importedBy(id: string, graph: ModuleGraph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const one of graph.getModuleInfo(id)?.importedIds ?? []) importedBy(one, graph, found)
  return found
}

/** Tells the entry which code the page needs, so that it can have it fetched once it has asked for the data. */
function preloadPage(): Plugin {
  return {
    name: 'preload-page',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const page = chunks.find((chunk) => chunk.isDynamicEntry && chunk.name === 'main')
        return [page?.fileName, ...(page?.imports ?? [])]
          .filter(
            (file) => file !== undefined && !chunks.some((chunk) => chunk.isEntry && chunk.fileName === file),
          )
          .map((file) => ({
            tag: 'link',
            injectTo: 'head',
            // Not yet: the data comes first, as start.ts says.
            attrs: { rel: 'later', crossorigin: true, href: `/tab/${file ?? ''}` },
          }))
      },
    },
  }
}
