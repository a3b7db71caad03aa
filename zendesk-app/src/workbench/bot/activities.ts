import type { CardJson } from '../cards/draw';
import type { Player } from './people';

/** The part of the Bot Framework's activity that the workbench speaks. */
export interface Activity {
  type: string;
  text?: string;
  attachments?: { contentType: string; content?: CardJson }[];
}

/** What the bot did in a conversation; without an activity it took the message back. */
export interface News { sequence: number; id: string; at: string; activity?: Activity }

/** The answer to a press, in the response of the invoke itself. */
export interface PressAnswer { statusCode: number; type: string; value: unknown }

export const cardType = 'application/vnd.microsoft.card.adaptive';
const bot = { id: '28:supportcopilot', name: 'SupportCopilot' };

/** What one plays the bot with: everything that stays the same from one activity to the next. */
export interface Part { player: Player; conversation: string; tenant: string | null; origin: string }

function activity(part: Part, more: Record<string, unknown>) {
  const { player, conversation, tenant, origin } = part;
  return {
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: `${origin}/workbench/connector/`,
    locale: 'en-GB',
    from: { id: `workbench-${player.key}`, aadObjectId: `workbench-${player.key}`, name: player.name },
    recipient: bot,
    conversation: { id: conversation, conversationType: 'personal' },
    channelData: { supportCopilot: { roles: player.roles, ...(tenant ? { tenant } : {}) } },
    ...more,
  };
}

export const message = (part: Part, text: string, value?: unknown) =>
  activity(part, { type: 'message', text, textFormat: 'plain', ...(value === undefined ? {} : { value }) });

export const arrival = (part: Part) =>
  activity(part, { type: 'conversationUpdate', membersAdded: [bot] });

export const press = (part: Part, replyToId: string, action: { verb: string; id?: string; data: unknown }) =>
  activity(part, {
    type: 'invoke', name: 'adaptiveCard/action', replyToId,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  });
