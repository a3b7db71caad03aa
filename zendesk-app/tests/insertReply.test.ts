import { describe, expect, it, vi } from 'vitest';
import { TimeLimitError } from '../src/shared/timeLimit';
import { insertReply } from '../src/sidebar/insertReply';
import { fakeFramework } from './fixtures';

const words = 'Is 1 < 2?\nYes & "no"';

describe('inserting a reply', () => {
  it('gives a rich editor escaped words whose lines stay lines', async () => {
    const framework = fakeFramework({ 'ticket.comment.useRichText': true });
    expect(await insertReply(framework, words)).toBe('inserted');
    expect(framework.invoke.mock.calls).toEqual([['ticket.editor.insert', 'Is 1 &lt; 2?<br>Yes &amp; &quot;no&quot;']]);
  });

  it('gives a plain editor the words as they are', async () => {
    const framework = fakeFramework({ 'ticket.comment.useRichText': false });
    await insertReply(framework, words);
    expect(framework.invoke.mock.calls).toEqual([['ticket.editor.insert', words]]);
  });

  it('falls back to appending plain text where inserting is not known', async () => {
    const framework = fakeFramework();
    framework.invoke.mockRejectedValueOnce(new Error('not known here'));
    expect(await insertReply(framework, words)).toBe('inserted');
    expect(framework.invoke.mock.calls[1]).toEqual(['ticket.comment.appendText', words]);
  });

  it.each(['messaging', { name: 'chat' }, { name: 'whatsapp' }])('only inserts, and words alone, where the composer is a chat: %o', async channel => {
    const framework = fakeFramework({ 'ticket.editor.targetChannel': channel, 'ticket.comment.useRichText': true });
    framework.invoke.mockRejectedValueOnce(new Error('not known here'));
    expect(await insertReply(framework, words)).toBe('refused');
    expect(framework.invoke.mock.calls).toEqual([['ticket.editor.insert', words]]);
  });

  it('does not try another way after a silence, lest the text stands twice', async () => {
    const framework = fakeFramework();
    framework.invoke.mockRejectedValueOnce(new TimeLimitError('ticket.editor.insert'));
    expect(await insertReply(framework, words)).toBe('silent');
    expect(framework.invoke).toHaveBeenCalledTimes(1);
  });

  it('says so where no way is known', async () => {
    const framework = fakeFramework();
    framework.invoke.mockRejectedValue(new Error('not known here'));
    expect(await insertReply(framework, words)).toBe('refused');
  });

  it('never sets anything on the ticket and never submits', async () => {
    const framework = fakeFramework();
    framework.invoke.mockRejectedValue(new Error('not known here'));
    await insertReply(framework, words);
    const names = vi.mocked(framework.invoke).mock.calls.map(call => call[0]);
    expect(names.filter(name => /submit|save|type|status/i.test(name))).toEqual([]);
  });
});
