import { describe, expect, it } from 'vitest';
import { escapeTerminal, shorten, trimSpace } from './terminal.ts';

describe('text of strangers', () => {
  it('cannot drive the terminal', () => {
    expect(escapeTerminal('\x1b[31mred\r')).toBe('^[[31mred\\r');
  });

  it('is cut by bytes', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef');
    expect(shorten('abcdefg', 6)).toBe('abcdef...');
    expect(shorten('aéé', 5)).toBe('aéé');
    expect(shorten('aéé', 4)).toBe('aé\ufffd...');
  });

  it('loses white space as Go understands it', () => {
    expect(trimSpace('\u0085\u3000 x y \n')).toBe('x y');
    expect(trimSpace('\ufeffx')).toBe('\ufeffx');
  });
});
