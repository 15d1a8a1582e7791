import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editAutoscaler, writtenAutoscalers } from './editAutoscaler.ts';
import type { FieldValue, ManifestEdit } from './types.ts';
import { edited } from './values.ts';

function edit(text: string, ...edits: ManifestEdit[]): string {
  const result = editAutoscaler(text, 0, edits);
  if (!result.ok) throw new Error(result.reason);
  const { start, end, text: put } = result.change;
  expect(text.slice(0, start) + put + text.slice(end)).toBe(result.text);
  return result.text;
}

function set(path: string, value: FieldValue): ManifestEdit {
  return { op: 'set', path: pathOf(path), value };
}

function remove(path: string): ManifestEdit {
  return { op: 'remove', path: pathOf(path) };
}

function append(path: string, value: FieldValue): ManifestEdit {
  return { op: 'append', path: pathOf(path), value };
}

function pathOf(text: string): (string | number)[] {
  return text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Indented by twice as much, behind dashes too. */
function doubled(text: string): string {
  return text.replace(/^ +/gm, (spaces) => spaces + spaces).replace(/^( *)- /gm, '$1-   ');
}

const HPA = `# the shop
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 2 # two zones
  # the budget
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: 60}
`;

describe('a value that is there', () => {
  test('only its characters are replaced', () => {
    expect(edit(HPA, set('spec.minReplicas', 30))).toBe(HPA.replace('2 # two', '30 # two'));
  });

  test('in braces too', () => {
    expect(edit(HPA, set('spec.metrics.0.resource.target.averageUtilization', 75))).toBe(
      HPA.replace('60', '75'),
    );
  });

  test.each([
    ["'500m'", "'250m'"],
    ['"500m"', '"250m"'],
    ['500m', '250m'],
    ['1', '250m'],
  ])('%s becomes %s', (before, after) => {
    const text = HPA.replace('averageUtilization: 60', `averageValue: ${before}`);
    expect(edit(text, set('spec.metrics.0.resource.target.averageValue', '250m'))).toContain(
      `averageValue: ${after}}`,
    );
  });

  test('a string that YAML would read as a number is quoted', () => {
    const text = HPA.replace('averageUtilization: 60', 'averageValue: 1k');
    expect(edit(text, set('spec.metrics.0.resource.target.averageValue', '100'))).toContain('"100"');
  });

  test('the last one is edited where a key stands twice, because it counts', () => {
    const text = HPA.replace('  maxReplicas: 10', '  maxReplicas: 10\n  maxReplicas: 12');
    expect(edit(text, set('spec.maxReplicas', 15))).toBe(text.replace('12', '15'));
  });

  test('several edits are one replacement', () => {
    const text = edit(HPA, set('spec.minReplicas', 3), set('spec.maxReplicas', 20));
    expect(text).toBe(HPA.replace('2 # two', '3 # two').replace('10', '20'));
  });
});

describe('a field that is not there', () => {
  test('lands where the API’s documents have it', () => {
    const text = HPA.replace('  minReplicas: 2 # two zones\n', '');
    expect(edit(text, set('spec.minReplicas', 3))).toBe(
      text.replace('name: web}\n', 'name: web}\n  minReplicas: 3\n'),
    );
  });

  test('brings the objects that it needs, indented like the rest', () => {
    const text = edit(HPA, set('spec.behavior.scaleDown.stabilizationWindowSeconds', 60));
    expect(text).toBe(`${HPA}  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: 60\n`);
  });

  test('is indented by four where the text is', () => {
    const wide = doubled(HPA);
    const text = edit(wide, set('spec.behavior.scaleDown.tolerance', '0.05'));
    expect(text).toBe(`${wide}    behavior:\n        scaleDown:\n            tolerance: "0.05"\n`);
  });

  test.each(['  behavior: {} # later\n', '  behavior: # later\n', '  behavior: null # later\n'])(
    'fills %j and keeps its comment',
    (line) => {
      const text = edit(HPA + line, set('spec.behavior.scaleUp.selectPolicy', 'Min'));
      expect(text.endsWith('  behavior: # later\n    scaleUp:\n      selectPolicy: Min\n')).toBe(true);
    },
  );

  test('goes into braces where the others are', () => {
    const text = `${HPA}  behavior: {scaleUp: {stabilizationWindowSeconds: 5}, scaleDown: {selectPolicy: Max}}\n`;
    expect(edit(text, set('spec.behavior.scaleDown.stabilizationWindowSeconds', 60))).toContain(
      'scaleDown: {stabilizationWindowSeconds: 60, selectPolicy: Max}}',
    );
    expect(edit(text, set('spec.behavior.scaleUp.selectPolicy', 'Min'))).toContain(
      'scaleUp: {stabilizationWindowSeconds: 5, selectPolicy: Min}',
    );
  });

  test('comes behind the comment on the line before', () => {
    const text = edit(HPA.replace('  # the budget\n  maxReplicas: 10\n', ''), set('spec.maxReplicas', 9));
    expect(text).toContain('  minReplicas: 2 # two zones\n  maxReplicas: 9\n');
  });

  test('also at the very end of a text without a last line break', () => {
    const text = edit(HPA.trimEnd(), set('spec.behavior.scaleUp.selectPolicy', 'Min'));
    expect(text).toBe(`${HPA}  behavior:\n    scaleUp:\n      selectPolicy: Min`);
  });

  test('with the line ends of Windows', () => {
    const text = edit(HPA.replaceAll('\n', '\r\n'), set('spec.behavior.scaleUp.selectPolicy', 'Min'));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('in JSON, quoted and on lines of its own', () => {
    const json = `${JSON.stringify(writtenAutoscalers(HPA)[0]?.value, undefined, 4)}\n`;
    const text = edit(json, set('spec.behavior.scaleDown.selectPolicy', 'Disabled'));
    const value = JSON.parse(text) as unknown;
    expect(text).toBe(`${JSON.stringify(value, undefined, 4)}\n`);
    expect(value).toMatchObject({ spec: { behavior: { scaleDown: { selectPolicy: 'Disabled' } } } });
  });
});

const POLICIES = `${HPA}  behavior:
    scaleDown:
      policies:
      # slowly
      - type: Pods
        value: 4 # at most
        periodSeconds: 60
      - {type: Percent, value: 10, periodSeconds: 60}
  # the end
`;

describe('lists', () => {
  describe('a ScaledObject', () => {
    const KAFKA = readFileSync('examples/10-keda-kafka.yaml', 'utf8');
    const spec = (text: string) => text.slice(text.indexOf('kind: ScaledObject'));

    test('[ED1] stands behind the HPAs, and one that KEDA made is left out', () => {
      const owned = `${HPA}---\n${HPA.replace('metadata:\n', 'metadata:\n  ownerReferences:\n    - kind: ScaledObject\n      name: order-processor\n')}---\n${KAFKA}`;
      expect(writtenAutoscalers(owned).map(({ value }) => value.kind)).toEqual([
        'HorizontalPodAutoscaler',
        'ScaledObject',
      ]);
    });

    test('[ED2] new fields land where KEDA’s documents write them', () => {
      const changed = edit(
        KAFKA,
        set('spec.pollingInterval', 10),
        set('spec.idleReplicaCount', 0),
        set('spec.cooldownPeriod', 60),
      );
      expect(spec(changed)).toMatch(
        /name: order-processor\n {2}pollingInterval: 10\n[\s\S]*cooldownPeriod: 60\n {2}idleReplicaCount: 0\n {2}triggers:\n/,
      );
    });

    test('[ED1 ED2] a threshold keeps its quotes, a trigger is added behind the others', () => {
      const metadata = { timezone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: '5' };
      const changed = edit(
        KAFKA,
        set('spec.triggers.0.metadata.lagThreshold', '50'),
        append('spec.triggers', { type: 'cron', metadata }),
      );
      expect(changed).toContain(
        '        lagThreshold: "50"\n    - type: cron\n      metadata:\n        timezone: Etc/UTC\n',
      );
      expect(changed).toContain('desiredReplicas: "5"');
    });
  });

  const policy = { type: 'Pods', value: 1, periodSeconds: 30 };

  test('an item is added behind the last one, with its dash under the others', () => {
    expect(edit(POLICIES, append('spec.behavior.scaleDown.policies', policy))).toBe(
      POLICIES.replace(
        '  # the end',
        '      - type: Pods\n        value: 1\n        periodSeconds: 30\n  # the end',
      ),
    );
  });

  test('a list is made where there is none', () => {
    const text = edit(HPA, append('spec.behavior.scaleUp.policies', policy));
    expect(text).toContain(
      '  behavior:\n    scaleUp:\n      policies:\n        - type: Pods\n          value: 1\n',
    );
  });

  test('an item is taken out; the comment above it stays', () => {
    const text = edit(POLICIES, remove('spec.behavior.scaleDown.policies.0'));
    expect(text).toContain('      # slowly\n      - {type: Percent');
  });

  test('in brackets the commas stay right', () => {
    const flow = `${HPA}  behavior: {scaleUp: {policies: [{type: Pods, value: 4, periodSeconds: 15}]}}\n`;
    const two = edit(flow, append('spec.behavior.scaleUp.policies', policy));
    expect(two).toContain('periodSeconds: 15}, {type: Pods, value: 1, periodSeconds: 30}]');
    expect(edit(two, remove('spec.behavior.scaleUp.policies.1'))).toBe(flow);
    expect(edit(two, remove('spec.behavior.scaleUp.policies.0'))).toContain(
      'policies: [{type: Pods, value: 1,',
    );
  });
});

describe('removing', () => {
  test('a field goes with its line', () => {
    expect(edit(HPA, remove('spec.minReplicas'))).toBe(HPA.replace('  minReplicas: 2 # two zones\n', ''));
  });

  test('the objects that were there for it alone go too', () => {
    const path = 'spec.behavior.scaleDown.stabilizationWindowSeconds';
    expect(edit(edit(HPA, set(path, 60)), remove(path))).toBe(HPA);
  });

  test('the first field of a list item leaves the dash', () => {
    const text = edit(POLICIES, remove('spec.behavior.scaleDown.policies.0.type'));
    expect(text).toContain('      - value: 4 # at most\n');
  });

  test('what is not there changes nothing', () => {
    expect(edit(HPA, remove('spec.behavior.scaleUp.tolerance'))).toBe(HPA);
  });
});

describe('what cannot be edited is refused with a reason', () => {
  test('a part that is used elsewhere', () => {
    const text = `${HPA}  behavior:\n    scaleUp: &rules {selectPolicy: Min}\n    scaleDown: *rules\n`;
    for (const side of ['scaleUp', 'scaleDown']) {
      const result = editAutoscaler(text, 0, [set(`spec.behavior.${side}.selectPolicy`, 'Max')]);
      expect(result).toMatchObject({ ok: false, reason: expect.stringContaining('anchor') });
    }
  });

  test('an alias itself can be replaced by a value', () => {
    const text = HPA.replace('minReplicas: 2', 'minReplicas: &n 2').replace(': 10', ': *n');
    expect(edit(text, set('spec.maxReplicas', 5))).toBe(text.replace('*n', '5'));
  });

  test('a text that does not parse', () => {
    expect(editAutoscaler('kind: [', 0, [set('spec.minReplicas', 1)]).ok).toBe(false);
  });

  test('an HPA that is not there', () => {
    expect(editAutoscaler(HPA, 1, [set('spec.minReplicas', 1)]).ok).toBe(false);
  });
});

test('the HPA that is meant is edited, of several and in a list', () => {
  const second = HPA.replace('name: web\nspec', 'name: other\nspec');
  const result = editAutoscaler(`${HPA}---\n${second}`, 1, [set('spec.maxReplicas', 77)]);
  expect(result).toMatchObject({ ok: true, text: `${HPA}---\n${second.replace('10', '77')}` });

  const list = `kind: List\nitems:\n${HPA.replace(/^(?=.)/gm, '  ').replace('  # the shop\n  api', '- api')}`;
  expect(edit(list, set('spec.behavior.scaleUp.selectPolicy', 'Min'))).toContain(
    '    behavior:\n      scaleUp:\n        selectPolicy: Min\n',
  );
});

const EXAMPLES = [
  '01-web-cpu',
  '03-fast-up-slow-down',
  '04-select-policy',
  '06-gateway',
  '13-scale-to-zero',
].map((name) => readFileSync(new URL(`../../../../examples/${name}.yaml`, import.meta.url), 'utf8'));

const SIDES = ['scaleUp', 'scaleDown'] as const;
const policy = fc.record({
  type: fc.constantFrom('Pods', 'Percent'),
  value: fc.integer({ min: 1, max: 1000 }),
  periodSeconds: fc.integer({ min: 1, max: 1800 }),
});

const anyEdit: fc.Arbitrary<ManifestEdit> = fc.oneof(
  fc
    .tuple(fc.constantFrom('minReplicas', 'maxReplicas'), fc.integer({ min: 0, max: 1e6 }))
    .map(([field, value]) => set(`spec.${field}`, value)),
  fc
    .tuple(fc.constantFrom(...SIDES), fc.integer({ min: 0, max: 3600 }))
    .map(([side, value]) => set(`spec.behavior.${side}.stabilizationWindowSeconds`, value)),
  fc
    .tuple(fc.constantFrom(...SIDES), fc.constantFrom('0.05', '50m', '0'))
    .map(([side, value]) => set(`spec.behavior.${side}.tolerance`, value)),
  fc
    .tuple(fc.constantFrom(...SIDES), fc.constantFrom('Min', 'Max', 'Disabled'))
    .map(([side, value]) => set(`spec.behavior.${side}.selectPolicy`, value)),
  fc
    .tuple(fc.constantFrom(...SIDES), policy)
    .map(([side, value]) => append(`spec.behavior.${side}.policies`, value)),
  fc.constantFrom(...SIDES).map((side) => remove(`spec.behavior.${side}.policies.0`)),
  fc
    .tuple(
      fc.constantFrom(...SIDES),
      fc.constantFrom('stabilizationWindowSeconds', 'selectPolicy', 'policies', 'tolerance'),
    )
    .map(([side, field]) => remove(`spec.behavior.${side}.${field}`)),
);

/** The same manifest as a person, another program and a careless copy may have written it. */
const STYLES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.trimEnd(),
  doubled,
  (text) => JSON.stringify(writtenAutoscalers(text)[0]?.value, undefined, 2),
  (text) => JSON.stringify(writtenAutoscalers(text)[0]?.value),
  (text) => text.replace(/^( *)(?=\w.*: )/gm, '$1# note\n$1').replace(/(: \d+)$/gm, '$1 # figure'),
];

function comments(text: string): string[] {
  return text.match(/# (note|figure)/g) ?? [];
}

test('[ED1] any row of edits says what it should, in any style, and no other document changes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EXAMPLES),
      fc.constantFrom(...STYLES),
      fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
      (example, style, edits) => {
        const text = style(example);
        const result = editAutoscaler(text, 0, edits);
        const before = writtenAutoscalers(text)[0]?.value;
        expect(result).toMatchObject({ ok: true });
        if (!result.ok) return;
        expect(writtenAutoscalers(result.text)[0]?.value).toEqual(edits.reduce<unknown>(edited, before));
        if (edits.every(({ op }) => op !== 'remove')) expect(comments(result.text)).toEqual(comments(text));
        const deployment = /apiVersion: apps\/v1[\s\S]*?(?=---|$)/.exec(text)?.[0] ?? '';
        if (deployment.includes('template:')) expect(result.text).toContain(deployment.trimEnd());
      },
    ),
    { numRuns: 150 },
  );
});
