import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawClient } from 'zendesk_app_framework_sdk';
import { frameworkOver } from '../src/sidebar/framework';
import { TimeLimitError } from '../src/shared/timeLimit';

const never = () => new Promise<never>(() => undefined);
const client = (parts: Partial<RawClient>): RawClient => ({ get: never, invoke: never, on: () => undefined, ...parts });

describe('the framework', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('gives up on a page that never takes it in, within seconds', async () => {
    const waiting = expect(frameworkOver(client({})).registered()).rejects.toBeInstanceOf(TimeLimitError);
    await vi.advanceTimersByTimeAsync(4_000);
    await waiting;
  });

  it('has heard the registration even when asked later', async () => {
    const framework = frameworkOver(client({ on: (event, handler) => { if (event === 'app.registered') (handler as () => void)(); } }));
    await expect(framework.registered()).resolves.toBeUndefined();
  });

  it('reads null where the page does not answer, does not know the path, or refuses it', async () => {
    const silent = frameworkOver(client({})).get('ticket.id');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await silent).toBeNull();
    expect(await frameworkOver(client({ get: async () => ({ errors: {} }) })).get('ticket.id')).toBeNull();
    expect(await frameworkOver(client({ get: async () => { throw new Error('unknown'); } })).get('ticket.id')).toBeNull();
  });

  it('tells a silent page from one that refuses', async () => {
    const silent = expect(frameworkOver(client({})).invoke('x')).rejects.toBeInstanceOf(TimeLimitError);
    await vi.advanceTimersByTimeAsync(4_000);
    await silent;
    await expect(frameworkOver(client({ invoke: async () => { throw new Error('no'); } })).invoke('x')).rejects.not.toBeInstanceOf(TimeLimitError);
  });

  it('leaves no timer behind once answered', async () => {
    await frameworkOver(client({ get: async () => ({ 'ticket.id': 5 }) })).get('ticket.id');
    expect(vi.getTimerCount()).toBe(0);
  });
});
