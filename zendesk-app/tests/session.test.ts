import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '../src/shared/session';

describe('the session', () => {
  beforeEach(() => { document.body.innerHTML = ''; });
  const block = (text: string) => { document.body.innerHTML = `<script id="session" type="application/json">${text}</script>`; };

  it('is what the server wrote into the page', () => {
    block('{"authorization":"Bearer abc","source":"zendesk","tenant":null,"tenants":null}');
    expect(readSession(document)).toEqual({ authorization: 'Bearer abc', source: 'zendesk', tenant: null, tenants: [], refused: null });
  });

  it('is nobody\'s when the server signed nobody in', () => {
    block('{"authorization":null,"source":null}');
    expect(readSession(document).authorization).toBeNull();
  });

  it('is nobody\'s when the page has no block', () => expect(readSession(document).authorization).toBeNull());
});
