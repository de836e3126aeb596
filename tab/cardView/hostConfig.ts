import { HostConfig } from 'adaptivecards'

const text = (main: string, subtle = main) => ({ default: main, subtle })

const COLORS = {
  default: text('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground3)'),
  dark: text('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground3)'),
  light: text('var(--colorNeutralForeground3)'),
  accent: text('var(--colorBrandForegroundLink)'),
  good: text('var(--colorStatusSuccessForeground1)'),
  warning: text('var(--colorStatusWarningForeground2)'),
  attention: text('var(--red-text)'),
}

const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: COLORS })

/** Our looks for cards. The colours are the theme's custom properties, so a card follows a change of theme by itself. */
export function hostConfig(): HostConfig {
  return new HostConfig({
    fontFamily: 'inherit',
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    fontSizes: { small: 12, default: 14, medium: 14, large: 16, extraLarge: 20 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 22, extraLarge: 28 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
    imageSizes: { small: 32, medium: 48, large: 96 },
    containerStyles: {
      default: style('transparent'),
      emphasis: style('var(--colorNeutralBackground2)'),
      accent: style('var(--colorBrandBackground2)'),
      good: style('var(--colorStatusSuccessBackground1)'),
      warning: style('var(--colorStatusWarningBackground1)'),
      attention: style('var(--colorStatusDangerBackground1)'),
    },
    actions: {
      maxActions: 8,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      label: {
        requiredInputs: {
          color: 'default',
          isSubtle: true,
          size: 'small',
          suffix: ' *',
          suffixColor: 'default',
        },
        optionalInputs: { color: 'default', isSubtle: true, size: 'small' },
        inputSpacing: 'small',
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
    },
    factSet: {
      title: {
        color: 'default',
        size: 'small',
        isSubtle: true,
        weight: 'default',
        wrap: true,
        maxWidth: 120,
      },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 12,
    },
  })
}
