import { strToU8, zipSync, type Zippable } from 'fflate'

/*
 * Workbooks as other programs and hurried people make them, part by part: what a writer of ours would never write.
 */

/** A cell as XML: a formula with its stored result, rich text, a shared string, a date by its style, an error. */
export type RawCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly result: string | number }
  | { readonly rich: readonly string[] }
  | { readonly shared: string }
  | { readonly serial: number }
  | { readonly error: string }

export type RawSheet = {
  readonly name: string
  /** Rows by the number that the sheet shows. */
  readonly rows: Readonly<Record<number, readonly RawCell[]>>
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  /** What the sheet says of its size. */
  readonly claims?: string
  /** XML put before the end of the rows, e.g. a million of empty ones. */
  readonly more?: string
}

export function aWorkbook(sheets: readonly RawSheet[], extra: Zippable = {}): Uint8Array {
  return zipSync({ ...workbookParts(sheets), ...extra })
}

export function workbookParts(sheets: readonly RawSheet[]): Zippable {
  const strings: string[] = []
  const parts = sheets.map((sheet) => sheetXml(sheet, strings))
  return {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets>${sheets.map(({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${DOC}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${DOC}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${DOC}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(parts.map((part, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml(part)])),
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function xml(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function sheetXml({ rows, merges = [], claims, more = '' }: RawSheet, strings: string[]): string {
  const body = Object.entries(rows)
    .map(
      ([number, cells]) =>
        `<row r="${number}">${cells.map((cell, at) => cellXml(cell, `${letter(at)}${number}`, strings)).join('')}</row>`,
    )
    .join('')
  const size = claims === undefined ? '' : `<dimension ref="${claims}"/>`
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `<worksheet xmlns="${MAIN}">${size}<sheetData>${body}${more}</sheetData>${merged}</worksheet>`
}

function cellXml(cell: RawCell, ref: string, strings: string[]): string {
  if (cell === null) return `<c r="${ref}"/>`
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  if ('serial' in cell) return `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`
  if ('shared' in cell) return sharedXml(`<t>${escaped(cell.shared)}</t>`, ref, strings)
  if ('rich' in cell) {
    return sharedXml(
      cell.rich.map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(run)}</t></r>`).join(''),
      ref,
      strings,
    )
  }
  const { formula, result } = cell
  return typeof result === 'string'
    ? `<c r="${ref}" t="str"><f>${escaped(formula)}</f><v>${escaped(result)}</v></c>`
    : `<c r="${ref}"><f>${escaped(formula)}</f><v>${result}</v></c>`
}

function sharedXml(text: string, ref: string, strings: string[]): string {
  strings.push(text)
  return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`
}

function letter(at: number): string {
  return String.fromCharCode(65 + at)
}
