/*
 * Loaded into Azurite before its own code. Azurite keeps every table as one collection with an index for the partition
 * and one for the row key, finds a row by the partition's alone and lists by looking at each row there is: in a
 * partition of thousands of rows each request costs thousands of steps. Here both begin with the row key's index, and
 * what Azurite itself looks for is asked of what that leaves. Rows, answers and refusals stay Azurite's.
 */
const { createRequire } = require('node:module')

const ofAzurite = createRequire(require.resolve('azurite/package.json'))
const { Collection, Resultset } = ofAzurite('lokijs')
const generator = ofAzurite('./dist/src/table/persistence/LokiTableStoreQueryGenerator').default

/** The index puts keys that read as numbers before all others; asked with any other key it is in the order of text. */
const isText = (key) => typeof key === 'string' && key !== '' && Number.isNaN(Number(key))

const { findOne } = Collection.prototype
Collection.prototype.findOne = function (query) {
  const { PartitionKey, RowKey, ...others } = query ?? {}
  if (!isText(RowKey) || typeof PartitionKey !== 'string' || Object.keys(others).length > 0) {
    return findOne.call(this, query)
  }
  const rows = this.chain().find({ RowKey }).data()
  return rows.find((row) => row.RowKey === RowKey && row.PartitionKey === PartitionKey) ?? null
}

const ranges = new WeakMap()

const { generateQueryForPersistenceLayer } = generator
generator.generateQueryForPersistenceLayer = (options, context) => {
  const where = generateQueryForPersistenceLayer.call(generator, options, context)
  const range = rangeOf(options.filter ?? '')
  if (range) ranges.set(where, range)
  return where
}

const { where } = Resultset.prototype
Resultset.prototype.where = function (condition) {
  const range = ranges.get(condition)
  if (range && !this.filterInitialized) this.find({ RowKey: { $between: range } })
  return where.call(this, condition)
}

/** The row keys that a filter can let through, where it names both ends and only narrows them further. */
function rangeOf(filter) {
  const keys = [...filter.matchAll(/RowKey (eq|ge|gt|le|lt) '((?:[^']|'')*)'/g)]
  const withoutTexts = filter.replaceAll(/'(?:[^']|'')*'/g, '')
  if (/\b(?:or|not)\b/.test(withoutTexts)) return null
  const ends = [/eq|ge|gt/, /eq|le|lt/].map((operators) =>
    keys.find(([, operator]) => operators.test(operator)),
  )
  const range = ends.map((end) => end?.[2].replaceAll("''", "'"))
  return range.every(isText) && range[0] <= range[1] ? range : null
}
