import { describe, expect, test } from 'vitest';
import { type CursorPlace, cursorPlace } from './cursor.ts';

/** The cursor is the `‸` of the text. */
function at(marked: string): CursorPlace | undefined {
  const offset = marked.indexOf('‸');
  return cursorPlace(marked.replace('‸', ''), offset);
}

function pathAt(marked: string): string | undefined {
  const place = at(marked);
  return place && `${place.path.join('.')} ${place.at} ${place.key}`.trimEnd();
}

const HEAD = 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n';

describe('block style', () => {
  test.each([
    ['a field of the document', `${HEAD}sp‸`, ' key sp'],
    ['below a field', `${HEAD}spec:\n  m‸`, 'spec key m'],
    ['on an empty line, by its column', `${HEAD}spec:\n  minReplicas: 1\n  ‸\n`, 'spec key'],
    ['a value', `${HEAD}kind: ‸`, ' value kind'],
    ['a value that is there', `spec:\n  minReplicas: 1‸2 # few`, 'spec value minReplicas'],
    ['inside a key', `spec:\n  min‸Replicas: 12`, 'spec key minReplicas'],
    ['the first field of an item', 'spec:\n  metrics:\n    - ‸', 'spec.metrics.0 either'],
    ['the second item', 'spec:\n  metrics:\n    - type: Pods\n    - ty‸', 'spec.metrics.1 either ty'],
    ['a further field of an item', 'spec:\n  metrics:\n    - type: Pods\n      po‸', 'spec.metrics.0 key po'],
    [
      'dashes below their key',
      'spec:\n  metrics:\n  - type: Pods\n  - type: Pods\n    ‸',
      'spec.metrics.1 key',
    ],
    ['behind such a list', 'spec:\n  metrics:\n  - type: Pods\n  be‸', 'spec key be'],
    ['deep in items', 'a:\n- b:\n  - c: 1\n  - c: 2\n    d:\n      e‸', 'a.0.b.1.d key e'],
    ['a quoted key', 'spec:\n  "min‸Replicas": 1', 'spec key minReplicas'],
  ])('%s', (_, text, expected) => {
    expect(pathAt(text)).toBe(expected.replace(/^ /, ' '));
  });

  test('the fields beside it, above and below', () => {
    expect(at('spec:\n  a: 1\n  ‸\n  b:\n    c: 1\nd: 1')?.siblings).toEqual(['a', 'b']);
    expect(at('- type: Pods\n  ‸\n  value: 4\n- periodSeconds: 1')?.siblings).toEqual(['type', 'value']);
  });

  test('the word that is replaced', () => {
    const text = 'spec:\n  minR‸epl: 5';
    const place = at(text);
    expect(text.replace('‸', '').slice(place?.start, place?.end)).toBe('minRepl');
  });

  test('comments and the text of a block scalar are nobody’s', () => {
    expect(at('spec: # min‸')).toBeUndefined();
    expect(at('data:\n  script: |\n    if x:\n      y‸')).toBeUndefined();
  });

  test('each document says what it is', () => {
    const text = `${HEAD}---\napiVersion: apps/v1\nkind: Deployment\nspec:\n  ‸`;
    expect(at(text)).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment' });
    expect(at(text.replace('‸', '').replace('scaler\n', 'scaler\nspec: ‸\n'))).toMatchObject({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
    });
  });
});

describe('flow style', () => {
  test.each([
    ['a key in braces', 'spec: {m‸}', 'spec key m'],
    ['a value in braces', 'spec: {minReplicas: 1‸}', 'spec value minReplicas'],
    ['behind a comma', 'spec:\n  metrics:\n    - target: {type: Pods, va‸}', 'spec.metrics.0.target key va'],
    ['an item in brackets', 'spec:\n  metrics: [{type: Pods}, {ty‸}]', 'spec.metrics.1 key ty'],
    ['a place for an item', 'spec:\n  metrics: [{type: Pods}, ‸]', 'spec.metrics.1 either'],
    ['JSON', '{"spec": {"metrics": [{"type": "Pods", "po‸ds": {}}]}}', 'spec.metrics.0 key pods'],
    ['braces in a string', 'a: "{"\nb: {c‸}', 'b key c'],
    ['braces that are closed', 'a: {b: 1}\nc‸', ' key c'],
    ['a brace inside of a word', 'a: x{y\nb‸', ' key b'],
  ])('%s', (_, text, expected) => {
    expect(pathAt(text)).toBe(expected);
  });

  test('the fields beside it', () => {
    expect(at('a: {b: 1, c: {d: 1}, ‸}')?.siblings).toEqual(['b', 'c']);
  });
});

test('no place in any text makes it throw', () => {
  const text = `${HEAD}spec:\n  metrics:\n  - {type: "Po\\"ds", x: [1, {a: b}]}\n  # end\n  - 'a'\n"`;
  for (let offset = 0; offset <= text.length; offset++) {
    expect(() => cursorPlace(text, offset)).not.toThrow();
    expect(() => cursorPlace(text.slice(0, offset), offset)).not.toThrow();
  }
});
