import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from '@fluentui/react-components'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

export default defineConfig({
  base: '/tab/',
  root: 'tab',
  plugins: [react(), themes(), preloadPage()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // Assets never become data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})

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

/** Lets the browser fetch the page's code while the entry is already asking for the data. */
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
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/tab/${file ?? ''}` },
          }))
      },
    },
  }
}
