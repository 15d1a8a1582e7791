/** Links that strangers forge: what a fragment can hold, and what stands in it. Pure data, made anew each time. */
import { deflateRawSync } from 'node:zlib';

export interface Hostile {
  /** of a test's title */
  readonly what: string;
  readonly text: string;
}

/** A link of version 2 with this content, whatever it is. */
export function forgedLink(content: string): string {
  return `2.${deflateRawSync(Buffer.from(content)).toString('base64url')}`;
}

const LOAD = [0, 0, 0, [0, 5]];
const SCRIPT = '<img src=x onerror="document.title=\'owned\'">';

/** The link of a workshop with this content, whatever it is. */
function forgedWorkshop(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return `w.1.${deflateRawSync(Buffer.from(text)).toString('base64url')}`;
}

/** The first line of a link: settings by their place in the table, and load curves. */
function withHeader(header: unknown, body = 'kind: x'): string {
  return forgedLink(`${typeof header === 'string' ? header : JSON.stringify(header)}\n${body}`);
}

/** A manifest that runs, so that what stands beside it is drawn. */
const RUNS = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 5
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: AverageValue
          averageValue: 100m
`;

export const HOSTILE_LINKS: readonly Hostile[] = [
  { what: 'nothing', text: '2.' },
  { what: 'no base64', text: '2.????' },
  { what: 'a newer version', text: '9999.AAAA' },
  { what: 'a version beyond all numbers', text: `${'9'.repeat(5000)}.AAAA` },
  { what: 'deflated noise', text: `2.${Buffer.from('no stream at all').toString('base64url')}` },
  { what: 'a stream without its end', text: withHeader([[], [LOAD]], 'x'.repeat(2000)).slice(0, -6) },
  { what: 'a decompression bomb', text: forgedLink('x'.repeat(60_000_000)) },
  { what: 'a bomb of common pieces', text: withHeader([[], [LOAD]], '\u0001'.repeat(3_000_000)) },
  { what: 'a million characters', text: `2.${'A'.repeat(1_000_001)}` },
  { what: 'deep brackets', text: withHeader(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) },
  {
    what: 'bytes that are no text',
    text: `2.${deflateRawSync(Buffer.from([0xff, 0xfe, 0xc0, 0x80])).toString('base64url')}`,
  },
  { what: '2^31 replicas', text: withHeader([[9, 2 ** 31], [LOAD]]) },
  { what: 'half a replica', text: withHeader([[9, 0.5], [LOAD]]) },
  { what: 'a number beyond all', text: withHeader('[[9,1e999],[[0,0,0,[0,5]]]]') },
  { what: 'no number', text: withHeader('[[9,NaN],[[0,0,0,[0,5]]]]') },
  { what: 'points beyond all numbers', text: withHeader('[[],[[0,0,0,[1e308,1,1e308,1]]]]') },
  { what: 'points back in time', text: withHeader([[], [[0, 0, 0, [60, 1, -30, 2]]]]) },
  { what: 'points before the start', text: withHeader([[], [[0, 0, 0, [-60, 1]]]]) },
  { what: 'a million points', text: withHeader([[], [[0, 0, 0, Array.from({ length: 400_000 }, () => 1)]]]) },
  {
    what: 'a thousand curves',
    text: withHeader([[], Array.from({ length: 1000 }, (_, index) => [`c${index}`, 0, 0, [0, 5]])]),
  },
  { what: 'a run of a century', text: withHeader([[2, 3_153_600_000], [LOAD]]) },
  { what: 'a sync each microsecond', text: withHeader([[4, 0.000001], [LOAD]]) },
  {
    what: 'settings that pollute prototypes',
    text: withHeader('[[1,{"__proto__":{"polluted":true}}],[[0,0,0,[0,5]]]]'),
  },
  {
    what: 'a constructor for a setting',
    text: withHeader('[[9,{"constructor":{"prototype":{"polluted":true}}}],[[0,0,0,[0,5]]]]'),
  },
  { what: 'a script for the name of a curve', text: withHeader([[], [[SCRIPT, SCRIPT, 0, [0, 5]]]], RUNS) },
  { what: 'a script for a Kubernetes minor', text: withHeader([[0, SCRIPT], [LOAD]]) },
  { what: 'a workshop without its end', text: forgedWorkshop({ version: 1, steps: [] }).slice(0, -4) },
  { what: 'a workshop of a newer version', text: 'w.99.AAAA' },
  { what: 'a workshop that is a decompression bomb', text: forgedWorkshop('x'.repeat(60_000_000)) },
  { what: 'a workshop of a million characters', text: `w.1.${'A'.repeat(1_000_001)}` },
  {
    what: 'a workshop of a hundred thousand steps',
    text: forgedWorkshop({
      version: 1,
      title: 'x',
      text: '',
      steps: Array.from({ length: 100_000 }, () => ({ kind: 'course', lesson: 'x' })),
    }),
  },
  {
    what: 'a workshop that pollutes prototypes',
    text: forgedWorkshop(
      '{"version":1,"title":"x","text":"","__proto__":{"polluted":true},"steps":[{"__proto__":{"polluted":true},"kind":"course"}]}',
    ),
  },
  {
    what: 'a lesson whose page is a script',
    text: forgedWorkshop({
      version: 1,
      title: SCRIPT,
      text: SCRIPT,
      steps: [{ kind: 'lesson', lesson: { sources: [{ title: SCRIPT, url: 'javascript:alert(1)' }] } }],
    }),
  },
  { what: 'a script for a manifest', text: withHeader([[], [LOAD]], SCRIPT) },
];
