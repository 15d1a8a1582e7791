import { describe, expect, it } from 'vitest';
import { describeHpa } from './describeHpa.ts';
import { NOW, rescaled, WEB } from './testing.ts';

function lines(text: string): readonly string[] {
  return text.split('\n');
}

describe('kubectl describe hpa', () => {
  it('shows the target, the metrics and the replicas', () => {
    expect(describeHpa(WEB, [], NOW)).toBe(
      [
        'Name:                                                  web',
        'Namespace:                                             default',
        'Labels:                                                <none>',
        'Annotations:                                           <none>',
        'CreationTimestamp:                                     Thu, 15 Jan 2026 11:55:00 +0000',
        'Reference:                                             Deployment/web',
        'Metrics:                                               ( current / target )',
        '  resource cpu on pods  (as a percentage of request):  45% (450m) / 50%',
        'Min replicas:                                          2',
        'Max replicas:                                          10',
        'Deployment pods:                                       3 current / 4 desired',
        'Events:                                                <none>',
        '',
      ].join('\n'),
    );
  });

  it('gives events columns of their own, oldest first', () => {
    const events = [
      rescaled(45_000),
      rescaled(300_000, { type: 'Warning', count: 3, firstTimestamp: NOW - 600_000 }),
    ];
    expect(lines(describeHpa(WEB, events, NOW)).slice(-6)).toEqual([
      'Events:',
      '  Type     Reason             Age               From                       Message',
      '  ----     ------             ----              ----                       -------',
      '  Warning  SuccessfulRescale  5m (x3 over 10m)  horizontal-pod-autoscaler  New size: 4',
      '  Normal   SuccessfulRescale  45s               horizontal-pod-autoscaler  New size: 4',
      '',
    ]);
  });

  it('hides what apply wrote, and cuts long annotations', () => {
    const annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
      long: 'x'.repeat(200),
      two: 'lines\nof text\n',
    };
    const text = describeHpa({ ...WEB, metadata: { ...WEB.metadata, annotations } }, [], NOW);
    expect(text).not.toContain('last-applied');
    expect(text).toMatch(/^Annotations: +long:\n +x{138}\.\.\.\n +two:\n +lines\n +of text\nCreation/m);
  });

  it('leaves policies out where there are none, and says Max where nothing is selected', () => {
    const behavior = {
      scaleUp: { stabilizationWindowSeconds: 0, policies: [] },
      scaleDown: { policies: [{ type: 'Percent' as const, value: 100, periodSeconds: 15 }] },
    };
    const text = describeHpa({ ...WEB, spec: { ...WEB.spec, behavior } }, [], NOW);
    expect(text).toContain('Scale Up:\n    Stabilization Window: 0 seconds\n  Scale Down:\n');
    expect(text).toMatch(
      /Select Policy: Max\n {4}Policies:\n {6}- Type: Percent +Value: 100 +Period: 15 seconds\n/,
    );
  });
});
