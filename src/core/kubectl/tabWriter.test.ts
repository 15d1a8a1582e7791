import { describe, expect, it } from 'vitest';
import { TabWriter } from './tabWriter.ts';

function aligned(...pieces: readonly string[]): string {
  const writer = new TabWriter(0, 2);
  for (const piece of pieces) writer.write(piece);
  return writer.finish();
}

describe('a tab writer', () => {
  it('makes a column as wide as its widest cell, and leaves the text behind the last tab alone', () => {
    expect(aligned('a\tb\tlast\nlonger\tc\tx\n')).toBe('a       b  last\nlonger  c  x\n');
  });

  it('ends a column at a line that does not have it', () => {
    expect(aligned('long cell\tx\nno cell\na\ty\n')).toBe('long cell  x\nno cell\na  y\n');
    expect(aligned('a\tlong cell\tx\na\ty\na\tb\tz\n')).toBe('a  long cell  x\na  y\na  b  z\n');
  });

  it('counts characters, not bytes or columns of a screen', () => {
    expect(aligned('né\tx\n\u{1f600}\u{1f600}\tx\nabc\tx\n')).toBe(
      'né   x\n\u{1f600}\u{1f600}   x\nabc  x\n',
    );
  });

  it('gives cells a smallest width, their padding included', () => {
    const writer = new TabWriter(6, 3);
    writer.write('A\tB\nx\ty\n');
    expect(writer.finish()).toBe('A     B\nx     y\n');
  });

  it('begins new columns after a flush and after a form feed', () => {
    expect(aligned('long cell\tx\f', 'a\ty\n')).toBe('long cell  x\na  y\n');
    const writer = new TabWriter(0, 2);
    writer.write('long cell\tx\n');
    writer.flush();
    writer.write('a\ty\n');
    expect(writer.finish()).toBe('long cell  x\na  y\n');
  });

  it('goes on with a cell that came in pieces, and ends no line that was not ended', () => {
    expect(aligned('a', 'b\tc', 'd')).toBe('ab  cd');
    expect(aligned('')).toBe('');
  });
});
