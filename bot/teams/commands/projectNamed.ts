import { folded, phraseOf, withoutPoliteStart } from './hearing'

/** What a sentence says of which project it is about, among several. */
export type ProjectNamed<P> =
  | { readonly kind: 'nothing' }
  /** Asks which projects there are. */
  | { readonly kind: 'which' }
  /** Names a project and says no more. */
  | { readonly kind: 'alone'; readonly project: P }
  /** "ERP roll-out: done A-12". */
  | { readonly kind: 'before'; readonly project: P; readonly rest: string }
  /** "status ERP roll-out"; `rest`: what is left without the name, null where more than that is said after it. */
  | { readonly kind: 'within'; readonly project: P; readonly rest: string | null }
  /** Names several, or one name that several have. */
  | { readonly kind: 'unclear' }

const WHICH: ReadonlySet<string> = new Set([
  ...[
    'project',
    'projects',
    'my projects',
    'list projects',
    'show projects',
    'show my projects',
    'all projects',
  ],
  ...['another project', 'other project', 'other projects', 'a different project', 'different project'],
  ...['switch', 'switch project', 'switch projects', 'change project', 'choose project', 'choose a project'],
  ...['which project', 'which projects', 'which project is this', 'which project are we in'],
  ...['projekt', 'projekte', 'meine projekte', 'alle projekte', 'anderes projekt', 'ein anderes projekt'],
  ...['projekt wechseln', 'projekt wählen', 'welches projekt', 'welche projekte'],
])

/** Shorter names are found in too many other words. */
const SHORTEST_WITHIN = 3
const BEFORE_NAME =
  /(?:^|\s)(?:(?:in|for|of|on|from|at|im|in der|für|von|vom|zu|zum|bei)\s+)?(?:the\s+|project\s+|projekt\s+){0,2}$/u

/** Reads which of these projects a sentence names. Names count in whole, whatever their case and punctuation. */
export function projectNamed<P extends { readonly name: string }>(
  text: string,
  projects: readonly P[],
): ProjectNamed<P> {
  const whole = phraseOf(withoutPoliteStart(text).barest)
  if (WHICH.has(whole)) return { kind: 'which' }
  const named = namedIn(phraseOf(text), projects)
  const [project] = named
  if (!project) return { kind: 'nothing' }
  if (named.length > 1) return { kind: 'unclear' }
  if (whole === phraseOf(project.name) || phraseOf(text) === phraseOf(project.name))
    return { kind: 'alone', project }
  const start = text.trimStart()
  const name = project.name.trim()
  if (folded(start).startsWith(folded(name))) {
    const after = /^\s*(?::|,|–|—| - )\s*(?=\S)/u.exec(start.slice(name.length))
    if (after) return { kind: 'before', project, rest: start.slice(name.length + after[0].length) }
  }
  return { kind: 'within', project, rest: restBefore(text, name) }
}

/** Those whose name stands in the phrase, but not where it is only part of a longer one that stands there too. */
function namedIn<P extends { readonly name: string }>(phrase: string, projects: readonly P[]): readonly P[] {
  const inside = (part: string, of: string) => ` ${of} `.includes(` ${part} `)
  const found = projects.filter(({ name }) => {
    const wanted = phraseOf(name)
    return wanted === phrase || (wanted.length >= SHORTEST_WITHIN && inside(wanted, phrase))
  })
  return found.filter(
    ({ name }) =>
      !found.some(
        (other) =>
          other.name !== name &&
          inside(phraseOf(name), phraseOf(other.name)) &&
          phraseOf(name) !== phraseOf(other.name),
      ),
  )
}

/** What is said before a name that ends the sentence; null where it does not end it. */
function restBefore(text: string, name: string): string | null {
  const bare = text.trimEnd().replace(/[?!.]+$/, '')
  const start = bare.length - name.length
  if (start < 1 || folded(bare.slice(start)) !== folded(name)) return null
  const before = bare.slice(0, start)
  const joint = BEFORE_NAME.exec(folded(before))
  const rest = joint ? before.slice(0, joint.index).trim() : ''
  return rest === '' ? null : rest
}
