import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goJsonText, yamlToJson } from './toJson.ts';

/** The JSON text, or go-yaml's error. */
function read(text: string): string {
  const result = yamlToJson(text);
  return result.ok ? goJsonText(result.value) : result.error;
}

function repeated(text: string): readonly string[] {
  const result = yamlToJson(text, true);
  return result.ok ? result.repeatedKeys : [result.error];
}

describe('YAML as Kubernetes programs read it', () => {
  it.each([
    ['a: on', '{"a":true}'],
    ['a: 0777', '{"a":511}'],
    ['a: 0o17', '{"a":15}'],
    ['a: 1_000', '{"a":1000}'],
    ['a: 1:30', '{"a":"1:30"}'],
    ['a: 2024-01-01', '{"a":"2024-01-01"}'],
    ['a: 99999999999999999999', '{"a":100000000000000000000}'],
    ['a: 18446744073709551615', '{"a":18446744073709551615}'],
    ['a: -0.0', '{"a":-0}'],
    ['a: "<&>"', '{"a":"\\u003c\\u0026\\u003e"}'],
    ['1.5: x\ntrue: z', '{"1.5":"x","true":"z"}'],
    ['1234567.0: x', '{"1.234567e+06":"x"}'],
    ['b: 1\na: 2', '{"a":2,"b":1}'],
    ['a: 1\na: 2', '{"a":2}'],
    ['a: !!str 5', '{"a":"5"}'],
    ['a: !!float 5', '{"a":5}'],
    ['a: !!binary aGVsbG8=', '{"a":"hello"}'],
    ['a: &x {b: 1}\nc: {<<: *x, d: 2}', '{"a":{"b":1},"c":{"b":1,"d":2}}'],
    ['a: |\n  x\n   y\n\nb: >-\n  x\n  y\n', '{"a":"x\\n y\\n","b":"x y"}'],
    ['a: "\\u0041\\\n  b"', '{"a":"Ab"}'],
    ['[a: b, ? c, d]', '[{"a":"b"},{"c":null},"d"]'],
    ['- a\n-\n- b', '["a",null,"b"]'],
    ['', 'null'],
    ['a: 1\n---\nb: ]', '{"a":1}'],
  ])('%j is %s', (text, json) => {
    expect(read(text)).toBe(json);
  });

  it.each([
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['x: 1\na: b: c', 'yaml: line 2: mapping values are not allowed in this context'],
    ['x: 1\na: [1\nb: 2', "yaml: line 2: did not find expected ',' or ']'"],
    ['x: 1\n  y: 2\n z: 3', 'yaml: line 2: mapping values are not allowed in this context'],
    ['x: 1\nnothing\n', "yaml: line 3: could not find expected ':'"],
    ['x: "1\n', 'yaml: line 2: found unexpected end of stream'],
    ['x: `1`', 'yaml: found character that cannot start any token'],
    ['x:\n\ty: 1', 'yaml: line 2: found character that cannot start any token'],
    ['x: *y', "yaml: unknown anchor 'y' referenced"],
    ['x: &a [*a]', "yaml: anchor 'a' value contains itself"],
    ['x: {{ .y }}', 'yaml: invalid map key: map[interface {}]interface {}{".y":interface {}(nil)}'],
    ['x: .inf', 'json: unsupported value: +Inf'],
    ['x: \x01', 'yaml: control characters are not allowed'],
    ['<<: 5', 'yaml: map merge requires map or sequence of maps as the value'],
    ['x: !!int five', 'yaml: cannot decode !!str `five` as a !!int'],
    ['~: 1', 'unsupported map key of type: %!s(<nil>), key: <nil>, value: 1'],
  ])('refuses %j: %s', (text, error) => {
    expect(read(text)).toBe(error);
  });

  it('tells keys that come again, by the line of their value', () => {
    expect(repeated('a: 1\nb: 2\na: 3\n1: x\n1:\n  y')).toEqual([
      'line 3: key "a" already set in map',
      'line 6: key 1 already set in map',
    ]);
    expect(repeated('a: {b: 1}')).toEqual([]);
  });

  it('does not follow aliases without end', () => {
    const levels = Array.from({ length: 9 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x]'
        : `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(',')}]`,
    );
    expect(read(levels.join('\n'))).toBe('yaml: document contains excessive aliasing');
  });

  it('answers every text with a value or an error', () => {
    const piece = fc.constantFrom(
      ...'[]{},:?-&*!|>\'"%@`# \n\tab0~',
      '---',
      '...',
      '<<',
      '\\',
      '\u2028',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const result = yamlToJson(pieces.join(''), true);
        return result.ok || /^(yaml|json|unsupported)/.test(result.error);
      }),
      { numRuns: 2000 },
    );
  });
});
