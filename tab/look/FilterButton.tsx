import { Filter16Regular } from '@fluentui/react-icons/headless/svg/filter'
import { useRef } from 'react'
import { FILTER } from '#words/common'
import { placeUnder } from './placeUnder'

export type FilterChoices = {
  readonly name: string
  readonly choices: readonly {
    readonly value: string
    readonly word: string
    readonly chosen: boolean
    readonly onChange: () => void
  }[]
}

/** A button that opens the filters under itself: some named groups of choices. */
export function FilterButton({ groups }: { readonly groups: readonly FilterChoices[] }) {
  const popover = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        id="filter"
        type="button"
        className="button filter-button"
        popoverTarget="filters"
        onClick={() => placeUnder(button.current, popover.current)}
      >
        <Filter16Regular /> {FILTER} <kbd aria-hidden="true">F</kbd>
      </button>
      <div ref={popover} id="filters" popover="auto" className="popover" role="dialog" aria-label={FILTER}>
        <div className="filters">
          {groups.map(({ name, choices }) => (
            <fieldset key={name}>
              <legend>{name}</legend>
              {choices.map(({ value, word, chosen, onChange }) => (
                <label key={value}>
                  <input type="checkbox" checked={chosen} onChange={onChange} />
                  {word}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
    </>
  )
}
