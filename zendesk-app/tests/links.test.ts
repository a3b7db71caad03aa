import { expect, it } from 'vitest';
import { webAddress } from '../src/shared/links';

it.each([
  ['https://help.example.com/1', 'https://help.example.com/1'],
  ['http://intranet/a', 'http://intranet/a'],
  ['javascript:alert(1)', null], [' JaVaScRiPt:alert(1)', null], ['data:text/html,x', null], ['/relative', null], ['', null], [null, null],
])('%s leads to %s', (given, address) => expect(webAddress(given)).toBe(address));
