import { Buffer } from 'node:buffer'

/** A sheet as the workbook lists it, and which of its cells are one with others above them. */
export type SheetPart = {
  readonly name: string
  readonly hidden: boolean
  readonly merged: readonly Merged[]
}

/** Cells of one column that are one; rows from 1, the column from 0. */
export type Merged = { readonly column: number; readonly from: number; readonly to: number }

const MOST_MERGED = 20_000
const TAIL = 200

/**
 * Gathers from a workbook's parts, as they are unpacked, what the reader of rows does not tell: which sheets there are,
 * and what is merged downwards. Sheets that are no lists, such as charts, keep their place and have `name` empty.
 */
export function partsWatcher() {
  const texts = new Map<string, string[]>()
  const merged = new Map<string, Merged[]>()

  return {
    watch(part: string): ((piece: Buffer) => void) | null {
      if (/^xl\/workbook\.xml$/i.test(part) || /^xl\/_rels\/workbook\.xml\.rels$/i.test(part)) {
        const pieces: string[] = []
        texts.set(part.toLowerCase(), pieces)
        return (piece) => pieces.push(piece.toString('latin1'))
      }
      if (!/^xl\/worksheets\//i.test(part)) return null
      const found: Merged[] = []
      merged.set(part.toLowerCase(), found)
      return mergeScanner(found)
    },
    sheets(): SheetPart[] {
      const workbook = whole(texts.get('xl/workbook.xml'))
      const targets = targetsIn(whole(texts.get('xl/_rels/workbook.xml.rels')))
      return elements(workbook, 'sheet').map((attributes) => {
        const path = targets.get(attributes.get('id') ?? '') ?? ''
        const isList = merged.has(path)
        const state = attributes.get('state') ?? 'visible'
        return {
          name: isList ? (attributes.get('name') ?? '') : '',
          hidden: state !== 'visible',
          merged: merged.get(path) ?? [],
        }
      })
    },
  }
}

function whole(pieces: readonly string[] | undefined): string {
  return Buffer.from((pieces ?? []).join(''), 'latin1').toString('utf8')
}

/** Where the parts of the workbook stand, by their ids, as paths from the root in small letters. */
function targetsIn(relations: string): ReadonlyMap<string, string> {
  return new Map(
    elements(relations, 'Relationship').map((attributes) => {
      const target = attributes.get('target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      return [attributes.get('id') ?? '', path.replace('/./', '/').toLowerCase()] as const
    }),
  )
}

/** The attributes of each element of this name, without the prefixes of their own names. */
function elements(xml: string, name: string): ReadonlyMap<string, string>[] {
  const found = [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))]
  return found.map(([, inner = '']) => {
    const attributes = [...inner.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    return new Map(
      attributes.map(([, key = '', one, two]) => [
        key.replace(/^\w+:/, '').toLowerCase(),
        unescaped(one ?? two ?? ''),
      ]),
    )
  })
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return SIGNS[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
  })
}

/** Finds what is merged over several rows, across the borders of the pieces. */
function mergeScanner(found: Merged[]): (piece: Buffer) => void {
  let before = ''
  return (piece) => {
    const text = before + piece.toString('latin1')
    let end = 0
    for (const match of text.matchAll(
      /<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"[^>]*>/g,
    )) {
      end = match.index + match[0].length
      const [from, to] = [Number(match[2]), Number(match[4])]
      if (to > from && found.length < MOST_MERGED) found.push({ column: columnAt(match[1] ?? ''), from, to })
    }
    before = text.slice(Math.max(end, text.length - TAIL))
  }
}

/** 0 for A, 26 for AA. */
function columnAt(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
