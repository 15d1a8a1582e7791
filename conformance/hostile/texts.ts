/** Texts that strangers hand over as files, by the clipboard, or by the storage of the browser. */
import type { Hostile } from './links.ts';

const SCRIPT = '<script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">';

/** @param max of replicas, as it is written */
function hpaText(name: string, max: string, rest = ''): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: ${max}
${rest}`;
}

/** Nine lines, 10^9 values. */
const ALIASES = [
  'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
  ...[...'bcdefghi'].map((letter, index) => {
    const before = 'abcdefgh'[index];
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
  }),
].join('\n');

const METRIC = `  metrics:
    - type: External
      external:
        metric:
          name: ${JSON.stringify(SCRIPT)}
        target:
          type: AverageValue
          averageValue: `;

export const HOSTILE_TEXTS: readonly Hostile[] = [
  { what: 'aliases of aliases', text: ALIASES },
  {
    what: 'aliases of aliases inside an HPA',
    text: `${hpaText('x', '5')}\nstatus:\n${ALIASES.replace(/^/gm, '  ')}`,
  },
  { what: 'an alias of itself', text: 'a: &a [*a]' },
  {
    what: 'merge keys of merge keys',
    text: `a: &a {x: 1}\n${Array.from({ length: 300 }, (_, index) => `b${index}: {<<: [*a, *a, *a]}`).join('\n')}`,
  },
  { what: 'brackets a hundred thousand deep', text: '['.repeat(100_000) },
  { what: 'braces of JSON a hundred thousand deep', text: '{"a":'.repeat(100_000) },
  {
    what: 'an indent a thousand deep',
    text: Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  },
  { what: 'a hundred thousand documents', text: '---\n'.repeat(100_000) },
  { what: 'a line of a megabyte', text: `kind: ${'x'.repeat(1_000_000)}` },
  { what: 'twenty megabytes', text: 'kind: HorizontalPodAutoscaler\n'.repeat(700_000) },
  { what: 'quotes that never end', text: `kind: "${'\\"'.repeat(200_000)}` },
  {
    what: 'keys that pollute prototypes, as YAML',
    text: hpaText(
      'x',
      '5',
      '  __proto__:\n    polluted: true\n  constructor:\n    prototype:\n      polluted: true\n',
    ),
  },
  {
    what: 'keys that pollute prototypes, as JSON',
    text: '{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","__proto__":{"polluted":true},"metadata":{"name":"x","__proto__":{"polluted":true}}}',
  },
  {
    what: 'tags that ask for code',
    text: 'a: !!js/function "function(){document.title=1}"\nb: !!python/object/apply:os.system ["true"]',
  },
  {
    what: 'a script in every text of a manifest',
    text: hpaText(JSON.stringify(SCRIPT), '5', `${METRIC}30\n`).replaceAll(
      'name: web',
      `name: ${JSON.stringify(SCRIPT)}`,
    ),
  },
  { what: '2^31 replicas', text: hpaText('x', '2147483648') },
  {
    what: '2^31 - 1 replicas, all of them at once',
    text: `${hpaText('x', '2147483647')}  minReplicas: 2147483647\n`,
  },
  { what: '2^63 replicas', text: hpaText('x', '9223372036854775808') },
  { what: 'no number of replicas', text: hpaText('x', '.nan') },
  { what: 'endless replicas', text: hpaText('x', '.inf') },
  { what: 'fewer replicas than none', text: hpaText('x', '-1') },
  { what: 'a quantity of a googol', text: hpaText('x', '5', `${METRIC}1e9999\n`) },
  { what: 'a quantity below everything', text: hpaText('x', '5', `${METRIC}1e-9999\n`) },
  { what: 'a quantity of a million digits', text: hpaText('x', '5', `${METRIC}${'9'.repeat(100_000)}\n`) },
  {
    what: 'a window longer than time',
    text: hpaText(
      'x',
      '5',
      '  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: 9223372036854775807\n',
    ),
  },
  {
    what: 'ten thousand policies',
    text: hpaText(
      'x',
      '5',
      `  behavior:\n    scaleUp:\n      policies:\n${'      - {type: Pods, value: 1, periodSeconds: 1}\n'.repeat(4000)}`,
    ),
  },
  { what: 'a load that goes back in time', text: 'time,value\n60,1\n30,2\n0,3\n' },
  { what: 'a load of NaN and infinities', text: 'time,value\n0,NaN\n1,Infinity\n2,-Infinity\n3,1e999\n' },
  { what: 'a load of formulas', text: 'time,value\n0,=HYPERLINK("http://stranger.example")\n1,@SUM(1)\n' },
  {
    what: 'an answer of Prometheus that pollutes',
    text: '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__proto__":"x","__name__":"<b>"},"values":[[0,"1"],[-5,"NaN"],[1e308,"+Inf"]]}]}}',
  },
  {
    what: 'an answer of Prometheus with a hundred thousand series',
    text: `{"status":"success","data":{"resultType":"matrix","result":[${Array.from({ length: 20_000 }, () => '{"metric":{},"values":[[0,"1"]]}').join(',')}]}}`,
  },
  { what: 'a workshop that is no YAML', text: 'kind: HPAPlaygroundWorkshop\n\tsteps: [\n' },
  {
    what: 'a workshop of nine million characters',
    text: `kind: HPAPlaygroundWorkshop\n# ${'x'.repeat(9_000_000)}`,
  },
  {
    what: 'a lesson of aliases of aliases',
    text: `kind: HPAPlaygroundLesson\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at]}`).join(',')}]`).join('\n')}\n`,
  },
  {
    what: 'a lesson with a script for a source',
    text: 'kind: HPAPlaygroundLesson\nversion: 1\nsources: [{ title: x, url: "javascript:alert(1)" }]\n',
  },
  {
    what: 'a lesson that pollutes prototypes',
    text: '{"kind":"HPAPlaygroundLesson","__proto__":{"polluted":true},"start":{"__proto__":{"polluted":true}}}',
  },
  { what: 'markup', text: `<!doctype html>${SCRIPT}` },
  { what: 'a picture', text: `\u0000\u0001\ufffd${'\u0000'.repeat(1000)}` },
  { what: 'half of a surrogate pair', text: hpaText('"\ud800"', '5') },
  { what: 'control characters and marks of direction', text: hpaText('"a\u202eb\u0007\u009f"', '5') },
  {
    what: 'what kubectl describes of nothing',
    text: `Name: ${SCRIPT}\nReference: Deployment/${SCRIPT.replaceAll(' ', '')}\nMax replicas: 99999999999\nMetrics: ( current / target )\n  "${SCRIPT.replaceAll('"', '')}" on pods: 1 / 2\n`,
  },
  {
    what: 'a version that is none',
    text: `Server Version: v1.${'9'.repeat(3)}\n${hpaText('x', '5')}status:\n  currentReplicas: 1e400\n`,
  },
];
