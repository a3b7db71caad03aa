import { TimeLimitError } from '../shared/timeLimit';
import type { Framework } from './framework';
import { asHtml } from './plainText';

/**
 * "silent": the editor was asked and did not answer, so the text may stand there or not.
 * "refused": no way of inserting is known to the page around us.
 */
export type Insertion = 'inserted' | 'silent' | 'refused';

/**
 * Puts the text into the agent's editor and stops there: sending, and choosing between a public reply
 * and a note, stay the agent's (setting the comment's type is broken in Agent Workspace besides).
 */
export async function insertReply(framework: Framework, text: string): Promise<Insertion> {
  const takesHtml = await framework.get<boolean>('ticket.comment.useRichText') !== false;
  const ways: [string, string][] = [
    ['ticket.editor.insert', takesHtml ? asHtml(text) : text],
    ['ticket.comment.appendText', text],
  ];
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
