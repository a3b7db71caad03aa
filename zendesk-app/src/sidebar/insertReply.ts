import { TimeLimitError } from '../shared/timeLimit';
import type { Framework } from './framework';
import { asHtml } from './plainText';

/**
 * "silent": the editor was asked and did not answer, so the text may stand there or not.
 * "refused": no way of inserting is known to the page around us.
 */
export type Insertion = 'inserted' | 'silent' | 'refused';

// Channels whose composer takes words alone and can only be inserted into.
const conversations = /chat|messag|whatsapp|facebook|instagram|twitter|\bline\b|\bsms\b/i;

/**
 * Puts the text into the agent's editor and stops there: sending, and choosing between a public reply
 * and a note, stay the agent's (setting the comment's type is broken in Agent Workspace besides).
 */
export async function insertReply(framework: Framework, text: string): Promise<Insertion> {
  const [isRich, inChat] = await Promise.all([framework.get<boolean>('ticket.comment.useRichText'), isConversation(framework)]);
  const ways: [string, string][] = inChat
    ? [['ticket.editor.insert', text]]
    : [['ticket.editor.insert', isRich === false ? text : asHtml(text)], ['ticket.comment.appendText', text]];
  for (const [name, words] of ways) {
    try {
      await framework.invoke(name, words);
      return 'inserted';
    } catch (failure) {
      // Trying the next way after a silence could put the text in twice.
      if (failure instanceof TimeLimitError) return 'silent';
    }
  }
  return 'refused';
}

/** Whether what is written goes into a chat; an older page does not know, and has none. */
async function isConversation(framework: Framework): Promise<boolean> {
  const channel = await framework.get<string | { name?: string }>('ticket.editor.targetChannel');
  return conversations.test(typeof channel === 'string' ? channel : channel?.name ?? '');
}
