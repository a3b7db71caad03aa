import {
  AdaptiveCard, CardElement, CardObjectRegistry, ExecuteAction, GlobalRegistry, HostConfig, OpenUrlAction, SerializationContext, SubmitAction, Table, Versions,
  type Action,
} from 'adaptivecards';
import type { Pressed } from '../bot/Chat';
import { chartTypes, readChart, type Chart } from './chartSpec';
import { drawChart } from './drawChart';
import { hostConfig } from './hostConfig';

/** A card as the bot sends it. */
export type CardJson = Record<string, unknown>;

// The cards' texts hold no markdown of ours, and nobody else's words stand where it is read: nothing is processed.
AdaptiveCard.onProcessMarkdown = () => {};

/** Teams draws charts by itself, and the official renderer knows none: this element stands in for them. */
abstract class ChartElement extends CardElement {
  private chart: Chart | null = null;

  protected override internalParse(source: CardJson, context: SerializationContext): void {
    super.internalParse(source, context);
    this.chart = readChart(source as never);
  }

  protected override internalRender(): HTMLElement | undefined {
    return this.chart ? drawChart(this.chart) : undefined;
  }
}

// The table registers itself in a module that bundlers leave out, because nothing in it is named.
function knownElements(): CardObjectRegistry<CardElement> {
  const known = new CardObjectRegistry<CardElement>();
  GlobalRegistry.populateWithDefaultElements(known);
  known.register('Table', Table, Versions.v1_5);
  return known;
}

const withoutCharts = knownElements();
const withCharts = knownElements();
for (const type of chartTypes) {
  withCharts.register(type, class extends ChartElement {
    override getJsonTypeName(): string { return type; }
  });
}

export interface Drawing {
  /** What to show. */
  element: HTMLElement;
  /** Ends its life. */
  release(): void;
}

/**
 * Draws a card by Microsoft's own renderer.
 * @param charts Whether charts are drawn; without, their fallback is, as in clients that know none.
 */
export function drawCard(json: CardJson, charts: boolean, onPress: (pressed: Pressed) => void): Drawing {
  const context = new SerializationContext(Versions.v1_5);
  context.setElementRegistry(charts ? withCharts : withoutCharts);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.parse(json, context);
  card.onExecuteAction = action => {
    if (action instanceof OpenUrlAction) open(action.url ?? '', '_blank', 'noopener');
    else if (pressedBy(action) !== null) onPress(pressedBy(action)!);
  };
  const element = card.render();
  if (!element) throw new Error('The renderer drew nothing.');
  return { element, release: () => card.releaseDOMResources() };
}

/** What a press sends, as Teams would: an Action.Execute its verb and data, a submit its value, a messageBack its text. */
export function pressedBy(action: Action): Pressed | null {
  if (action instanceof ExecuteAction) return { kind: 'execute', verb: action.verb, id: action.id, data: action.data ?? {} };
  if (!(action instanceof SubmitAction)) return null;
  const { msteams, ...value } = (action.data ?? {}) as { msteams?: { type?: string; text?: string; displayText?: string; value?: unknown } };
  if (msteams?.type === 'messageBack') {
    return { kind: 'submit', text: msteams.text ?? '', shown: msteams.displayText ?? '', value: Object.keys(value).length > 0 ? value : undefined };
  }
  if (msteams?.type === 'imBack' && typeof msteams.value === 'string') return { kind: 'submit', text: msteams.value, shown: msteams.value, value: undefined };
  return { kind: 'submit', text: '', shown: '', value };
}
