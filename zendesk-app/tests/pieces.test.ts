import { describe, expect, it } from 'vitest';
import { piecesOf } from '../src/shared/pieces';

const bodyOf = (...chunks: Uint8Array[]) => new ReadableStream<Uint8Array>({ start(to) { for (const chunk of chunks) to.enqueue(chunk); to.close(); } });
const bytes = (text: string) => new TextEncoder().encode(text);

async function read(...chunks: Uint8Array[]) {
  const found: unknown[] = [];
  for await (const piece of piecesOf(bodyOf(...chunks))) found.push(piece);
  return found;
}

describe('events of the server', () => {
  it('are read whole however they were cut', async () => {
    const all = bytes('data: {"text":"Grüße "}\n\ndata: {"text":"aus Köln"}\n\n');
    for (let cut = 1; cut < all.length; cut++) expect(await read(all.slice(0, cut), all.slice(cut))).toEqual([{ text: 'Grüße ' }, { text: 'aus Köln' }]);
  });

  it('count only when they have ended, and other lines are none', async () => {
    expect(await read(bytes(': hello\r\n\r\nevent: x\r\ndata: {"a":1}\r\n\r\ndata: {"a":2'))).toEqual([{ a: 1 }]);
  });
});
