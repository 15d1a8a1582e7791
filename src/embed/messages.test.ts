import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from './messages.ts';

describe('readCommand', () => {
  it.each([
    { type: 'hpa-playground:open', link: '2.abc' },
    { type: 'hpa-playground:seek', seconds: 75 },
    { type: 'hpa-playground:play' },
    { type: 'hpa-playground:pause' },
  ])('takes %j', (command) => expect(readCommand(command)).toEqual(command));

  it.each([
    undefined,
    'hpa-playground:play',
    { type: 'webpackOk' },
    { type: 'hpa-playground:open' },
    { type: 'hpa-playground:open', link: 'x'.repeat(1_000_001) },
    { type: 'hpa-playground:seek', seconds: Number.NaN },
    { type: 'hpa-playground:seek', seconds: Number.POSITIVE_INFINITY },
    { type: 'hpa-playground:seek', seconds: -1 },
    { type: 'hpa-playground:seek', seconds: '7' },
  ])('leaves %j aside', (message) => expect(readCommand(message)).toBeUndefined());

  it('throws at nothing, and lets nothing else through', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), (message) => {
        const command = readCommand(message);
        if (command !== undefined) expect(command.type).toMatch(/^hpa-playground:(open|seek|play|pause)$/);
      }),
    );
  });
});
