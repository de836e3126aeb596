import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { zipSync } from 'fflate'

type Values = Readonly<Record<string, string | undefined>>

export type PackageOutcome =
  | { readonly kind: 'packaged'; readonly zip: string }
  | { readonly kind: 'noSuchEnvironment'; readonly file: string }
  | { readonly kind: 'missing'; readonly variables: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }

/** The one that a real installation leaves empty. */
const mayBeEmpty = ['APP_NAME_SUFFIX']

const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g

/** Names the variables of a manifest's `${{NAME}}` placeholders, each once, sorted. */
export function placeholdersIn(manifest: string): readonly string[] {
  return [...new Set([...manifest.matchAll(placeholder)].map(([, name = '']) => name))].sort()
}

/**
 * Writes `appPackage/build/plumbline.zip` under `root`, and the filled-in manifest beside it. Values come from `shell`
 * and, where an environment is named, from `env/.env.<environment>`; the shell's win, so that a pipeline can override.
 */
export async function packageApp(
  root: string,
  environment: string | undefined,
  shell: Values,
): Promise<PackageOutcome> {
  const source = path.join(root, 'appPackage')
  const build = path.join(source, 'build')
  // A failed run must not leave the last environment's package behind: it would be uploaded for this one.
  await rm(build, { recursive: true, force: true })

  const file = environment === undefined ? null : path.join('env', `.env.${environment}`)
  if (file !== null && !existsSync(path.join(root, file))) return { kind: 'noSuchEnvironment', file }
  const fromFile = file === null ? {} : parseEnv(await readFile(path.join(root, file), 'utf8'))
  const values: Values = { ...fromFile, ...shell }

  const template = await readFile(path.join(source, 'manifest.json'), 'utf8')
  const missing = placeholdersIn(template).filter((name) => isMissing(name, values[name]))
  if (missing.length > 0) return { kind: 'missing', variables: missing }

  const manifest = fillIn(template, values)
  const problems = [...domainProblems(values['TAB_DOMAIN']), ...(await schemaProblems(manifest))]
  if (problems.length > 0) return { kind: 'invalid', problems }

  const text = `${JSON.stringify(manifest, null, 2)}\n`
  const zip = path.join(build, 'plumbline.zip')
  await mkdir(build, { recursive: true })
  await writeFile(path.join(build, 'manifest.json'), text)
  await writeFile(
    zip,
    zipSync(
      {
        'manifest.json': Buffer.from(text),
        'color.png': await readFile(path.join(source, 'color.png')),
        'outline.png': await readFile(path.join(source, 'outline.png')),
      },
      // One date for all, so that the same values give the same bytes. 1980 is the first year a zip can tell.
      { mtime: new Date(1980, 0, 1) },
    ),
  )
  return { kind: 'packaged', zip: path.relative(root, zip) }
}

/** A value that still holds a placeholder was never filled in either. */
function isMissing(name: string, value: string | undefined): boolean {
  if (value === undefined) return true
  return value.includes('${{') || (value.trim() === '' && !mayBeEmpty.includes(name))
}

/** Fills strings after parsing, not the text before it: a quote in a company's name must not break the JSON. */
function fillIn(template: string, values: Values): unknown {
  return JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(placeholder, (_whole, name: string) => values[name] ?? '')
      : value,
  )
}

/** The schema takes any text here, also a whole address, and Teams would then refuse every page of the tab. */
function domainProblems(domain: string | undefined): readonly string[] {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/i.test(domain ?? '')
    ? []
    : ['TAB_DOMAIN must be a host alone, like plumbline.example.com']
}

/** Checks against Microsoft's own schema of the manifest's version, which a development dependency brings along. */
async function schemaProblems(manifest: unknown): Promise<readonly string[]> {
  const schema =
    require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json')
  const ajv = new AjvDraft04({ allErrors: true, strictTypes: false })
  addFormats(ajv, ['uri', 'email', 'regex'])
  const accepts = ajv.compile(JSON.parse(await readFile(schema, 'utf8')) as object)
  if (accepts(manifest)) return []
  return (accepts.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? 'is not allowed'}`)
}

function tell(outcome: PackageOutcome): void {
  switch (outcome.kind) {
    case 'packaged':
      console.log(`Written: ${outcome.zip}. Upload it in Teams under Apps, Manage your apps.`)
      return
    case 'noSuchEnvironment':
      console.error(`There is no ${outcome.file}. Copy env/.env.example to it and fill it in.`)
      break
    case 'missing':
      console.error(`No package written. Missing: ${outcome.variables.join(', ')}.`)
      console.error('env/.env.example says what each one is.')
      break
    case 'invalid':
      console.error('No package written. Teams would refuse this manifest:')
      for (const problem of outcome.problems) console.error(`  ${problem}`)
  }
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { env: { type: 'string' } } })
  // npm runs its scripts in the project's root.
  tell(await packageApp(process.cwd(), values.env, process.env))
}

if (require.main === module) {
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
