/**
 * How the renderer spaces and colours cards: near to what Teams does, in the workbench's own colours. Colours are names of
 * its style sheet, so that a card follows light and dark without being drawn again.
 */
const tone = (name: string) => ({ default: `var(--${name})`, subtle: 'var(--foreground-subtle)' });

const foreground = {
  default: { default: 'var(--foreground)', subtle: 'var(--foreground-subtle)' },
  accent: tone('foreground-primary'),
  good: tone('card-good'),
  warning: tone('card-warning'),
  attention: tone('card-attention'),
};

const container = (background: string, border?: string) =>
  ({ backgroundColor: `var(--${background})`, foregroundColors: foreground, ...(border ? { borderColor: `var(--${border})` } : {}) });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--font)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--border-subtle)' },
  containerStyles: {
    default: container('background'),
    emphasis: container('background-recessed'),
    accent: container('background-subtle'),
    good: container('background-success'),
    warning: container('background-warning'),
    attention: container('background-danger'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small', weight: 'default' },
  },
  factSet: { title: { weight: 'bolder', maxWidth: 120 }, spacing: 12 },
  table: { cellSpacing: 6 },
};
