import { entry } from '#words/source'
import { Open16Regular } from '@fluentui/react-icons/headless/svg/open'
import type { EntryLine } from '../../bot/contract/source'
import { cardHtml } from '../cardView/markdown'
import { blocksOf, linked, type Block } from './textBlocks'

/** What an entry says: its link, or its text with lists and tables. Nothing that a person wrote becomes markup. */
export function EntryText({ content }: { readonly content: EntryLine['content'] }) {
  switch (content.kind) {
    case 'empty':
      return null
    case 'link':
      return (
        <p className="entry-text">
          <EntryLink url={content.url} />
        </p>
      )
    case 'text':
      return (
        <div className="entry-text" dir="auto">
          {blocksOf(content.text).map((block, index) => (
            <Drawn key={index} block={block} />
          ))}
        </div>
      )
  }
}

function EntryLink({ url }: { readonly url: string }) {
  if (!url.startsWith('https://')) return <>{url}</>
  return (
    <a className="link" href={url} target="_blank" rel="noopener noreferrer">
      {url.replace('https://', '').replace(/\/$/, '')}
      <Open16Regular aria-hidden="true" />
    </a>
  )
}

function Drawn({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p>
          <b>
            <Inline text={block.text} />
          </b>
        </p>
      )
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      )
    case 'bullets':
    case 'numbers': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Inline text={item} />
        </li>
      ))
      return block.kind === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
    }
    case 'table':
      return (
        <div className="entry-table" tabIndex={0} role="group" aria-label={entry.table}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    <Inline text={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>
                      <Inline text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function Inline({ text }: { readonly text: string }) {
  return <span dangerouslySetInnerHTML={{ __html: cardHtml(linked(text)) }} />
}
