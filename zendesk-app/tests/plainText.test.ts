import { describe, expect, it } from 'vitest';
import { plainText } from '../src/sidebar/plainText';

describe('plain text', () => {
  it.each([
    ['drops the numbers of its sources', 'Voided in three days [1], seen in ten [2].', 'Voided in three days, seen in ten.'],
    ['keeps brackets that are no source', 'Press [7] or item[3].', 'Press [7] or item[3].'],
    ['drops emphasis and headings', '## Refunds\n**Now** and __then__', 'Refunds\nNow and then'],
    ['keeps a link\'s address', 'See [the page](https://a.example/b).', 'See the page (https://a.example/b).'],
    ['drops code marks', 'Run `reset` now\n```\nreset\n```', 'Run reset now\nreset'],
    ['leaves sums, snake_case and lists alone', '2 * 3 * 4, __init and a_b_c\n- one', '2 * 3 * 4, __init and a_b_c\n- one'],
    ['leaves tags as words', '<b>bold</b> [1]', '<b>bold</b>'],
  ])('%s', (_, text, plain) => expect(plainText(text, [1, 2])).toBe(plain));
});
