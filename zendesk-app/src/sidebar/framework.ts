import sdk, { type RawClient } from 'zendesk_app_framework_sdk';
import { withinTime } from '../shared/timeLimit';

// Zendesk's client waits minutes before it gives up (and the packaged one then resolves with the error):
// an agent looking at a panel has no such patience.
const answerLimit = 4_000;

/** The page around us: Zendesk beside a ticket, or the workbench playing its part. */
export interface Framework {
  /** Settles when the page around us has taken us in. */
  registered(): Promise<void>;
  /** The value under a path; null where the page around us does not know it or does not answer. */
  get<T>(path: string): Promise<T | null>;
  /** Has the page around us do something; rejects when it cannot, or with a TimeLimitError when it is silent. */
  invoke(name: string, ...values: unknown[]): Promise<void>;
  on<T>(event: string, handler: (data: T) => void): void;
}

/** Null when this page was opened by itself, with no frame around it. */
export function connectFramework(): Framework | null {
  const client = sdk.init();
  return client ? frameworkOver(client) : null;
}

export function frameworkOver(client: RawClient): Framework {
  // Heard from the start: the event comes once, and may come before anyone asks.
  const taken = new Promise<void>(resolve => client.on('app.registered', () => resolve()));
  return {
    registered: () => withinTime(taken, answerLimit, 'app.registered'),
    get: async <T>(path: string) => {
      const answer = await withinTime(client.get(path), answerLimit, path).catch(() => null);
      return (answer?.[path] ?? null) as T | null;
    },
    invoke: async (name, ...values) => {
      await withinTime(client.invoke(name, ...values), answerLimit, name);
    },
    on: (event, handler) => client.on(event, handler as (data: never) => void),
  };
}
