import type { Session } from '../../shared/session';
import { ask, problemOf } from '../ask';
import type { News, PressAnswer } from './activities';

const patience = 25; // seconds; the server answers an idle question for news after 20

/** The two ways between the page and the bot: activities to its door, and its own messages from the workbench's connector. */
export interface Transport {
  send(activity: object): Promise<void>;
  invoke(activity: object): Promise<PressAnswer>;
  news(conversation: string, after: number, cancelled: AbortSignal): Promise<{ items: News[]; next: number }>;
}

export function createTransport(session: Session): Transport {
  async function post(activity: object): Promise<Response> {
    const response = await fetch('/api/messages', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  return {
    async send(activity) { await post(activity); },
    async invoke(activity) { return await (await post(activity)).json() as PressAnswer; },
    news: (conversation, after, cancelled) => ask(
      session, `/workbench/bot/conversations/${encodeURIComponent(conversation)}?after=${after}&wait=20`,
      AbortSignal.any([cancelled, AbortSignal.timeout(patience * 1000)])),
  };
}
