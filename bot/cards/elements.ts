import type { ExecuteAction } from './actions'

/*
 * The parts of an Adaptive Card that our cards are made of, as precise as we use them. All elements stand in version
 * 1.2 of the schema. Two newer properties are used, and lose little where a client knows them not: `label` (1.3; the
 * placeholder then says what is asked) and `style: heading` (1.5; for screen readers only). Action.Execute (1.4) is
 * how Teams answers a tap.
 */

export type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large' | 'padding'
type Colour = 'default' | 'dark' | 'light' | 'accent' | 'good' | 'warning' | 'attention'
export type Shade = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent'

type Common = {
  readonly id?: string
  readonly spacing?: Spacing
  readonly separator?: boolean
  readonly isVisible?: boolean
}

type TextLook = {
  readonly size?: 'default' | 'small' | 'large' | 'extraLarge'
  readonly weight?: 'default' | 'bolder'
  readonly color?: Colour
  readonly isSubtle?: boolean
}

export type TextBlock = Common &
  TextLook & {
    readonly type: 'TextBlock'
    /** Markdown: whatever a person wrote goes through `plain` first. */
    readonly text: string
    readonly wrap?: boolean
    readonly maxLines?: number
    readonly horizontalAlignment?: 'left' | 'center' | 'right'
    readonly style?: 'default' | 'heading'
  }

/** A run of text without markdown: what it says is what one sees. */
export type TextRun = TextLook & { readonly type: 'TextRun'; readonly text: string }

type RichTextBlock = Common & {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly TextRun[]
  readonly horizontalAlignment?: 'left' | 'center' | 'right'
}

export type Column = {
  readonly type: 'Column'
  readonly width: 'auto' | 'stretch' | `${number}px` | number
  readonly items: readonly Element[]
  readonly spacing?: Spacing
  readonly style?: Shade
  readonly verticalContentAlignment?: 'top' | 'center' | 'bottom'
}

export type ColumnSet = Common & {
  readonly type: 'ColumnSet'
  readonly columns: readonly Column[]
  readonly selectAction?: CardButton
}

export type Container = Common & {
  readonly type: 'Container'
  readonly items: readonly Element[]
  readonly style?: Shade
  readonly bleed?: boolean
  readonly selectAction?: CardButton
}

export type ActionSet = Common & { readonly type: 'ActionSet'; readonly actions: readonly CardButton[] }

export type TextInput = Common & {
  readonly type: 'Input.Text'
  readonly id: string
  readonly label?: string
  readonly placeholder?: string
  readonly value?: string
  readonly isMultiline?: boolean
  readonly maxLength?: number
}

export type DateInput = Common & {
  readonly type: 'Input.Date'
  readonly id: string
  readonly label?: string
  /** ISO. */
  readonly value?: string
  readonly min?: string
  readonly placeholder?: string
}

export type Choice = { readonly title: string; readonly value: string }

export type ChoiceInput = Common & {
  readonly type: 'Input.ChoiceSet'
  readonly id: string
  readonly label?: string
  readonly style?: 'compact' | 'expanded'
  readonly placeholder?: string
  readonly value?: string
  readonly wrap?: boolean
  readonly isMultiSelect?: boolean
  readonly choices: readonly Choice[]
  /** Teams searches the chat's members with it; other clients offer `choices` alone. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string }
}

type ToggleInput = Common & {
  readonly type: 'Input.Toggle'
  readonly id: string
  readonly title: string
  readonly value?: 'true' | 'false'
  readonly wrap?: boolean
}

export type Input = TextInput | DateInput | ChoiceInput | ToggleInput
export type Element = TextBlock | RichTextBlock | ColumnSet | Container | ActionSet | Input

type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title?: string; readonly url: string }
type ToggleVisibility = {
  readonly type: 'Action.ToggleVisibility'
  readonly title: string
  readonly targetElements: readonly string[]
}

export type CardButton = ExecuteAction | OpenUrl | ToggleVisibility
