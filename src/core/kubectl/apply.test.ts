import { describe, expect, it } from 'vitest';
import { badRequest, invalidStatus } from '../apimachinery/apiStatus.ts';
import { required } from '../apimachinery/field.ts';
import { applyFile, type Send } from './apply.ts';

const OPTIONS = {
  fileName: 'hpa.yaml',
  namespace: 'default',
  rereadsJsonAsYaml: true,
  checkMetadata: () => undefined,
};
const accept: Send = () => undefined;

function apply(text: string, send: Send = accept): string {
  const { stdout, stderr } = applyFile(text, OPTIONS, send);
  return stdout + stderr;
}

function object(kind: string, apiVersion: string, name: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
}

const HPA = object('HorizontalPodAutoscaler', 'autoscaling/v2', 'web');

describe('kubectl apply', () => {
  it('creates what the server takes, in the order of the file', () => {
    const text = `${object('Service', 'v1', 'a')}---\n${HPA}---\n${object('Deployment', 'apps/v1', 'b')}`;
    expect(apply(text)).toBe(
      'service/a created\nhorizontalpodautoscaler.autoscaling/web created\ndeployment.apps/b created\n',
    );
  });

  it('sends each object with a namespace, and without the version of one that is stored', () => {
    const seen: unknown[] = [];
    const send: Send = (sent) => {
      seen.push(sent.metadata);
      return undefined;
    };
    apply(HPA.replace('{name: web}', '{name: web, resourceVersion: "7"}'), send);
    apply(HPA.replace('{name: web}', '{name: web, namespace: shop}'), send);
    expect(seen).toEqual([
      { name: 'web', namespace: 'default' },
      { name: 'web', namespace: 'shop' },
    ]);
  });

  it('takes lists apart', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${HPA.trim().replaceAll('\n', '\n  ')}\n- {kind: X}\n`;
    expect(apply(list)).toBe(
      "horizontalpodautoscaler.autoscaling/web created\nunable to get type info from the object \"*unstructured.Unstructured\": Object 'apiVersion' is missing in 'object has no apiVersion field'\n",
    );
    expect(apply('apiVersion: v1\nkind: List\nitems: []\n')).toBe('error: no objects passed to apply');
  });

  it('reads JSON values one after another, and YAML that looks like JSON', () => {
    const json = (name: string) => `{"apiVersion":"v1","kind":"Service","metadata":{"name":"${name}"}}`;
    expect(apply(json('a') + json('b'))).toBe('service/a created\nservice/b created\n');
    expect(apply('{apiVersion: v1, kind: Service, metadata: {name: c}}')).toBe('service/c created\n');
    expect(apply('{"a": ')).toBe('error: error parsing hpa.yaml: unexpected EOF');
    expect(apply('{"a": ]')).toBe(
      "error: error parsing hpa.yaml: json: offset 7: invalid character ']' looking for beginning of value",
    );
  });

  it.each([
    [
      '[]',
      'unable to decode "hpa.yaml": json: cannot unmarshal array into Go value of type unstructured.detector',
    ],
    ['a: 1', 'unable to decode "hpa.yaml": Object \'Kind\' is missing in \'{"a":1}\''],
    [
      'a: [',
      'error parsing hpa.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content',
    ],
    ['a: 1\n--- b\n', 'error parsing hpa.yaml: invalid Yaml document separator: b'],
  ])('says what is wrong with %j', (text, error) => {
    expect(apply(text)).toBe(`error: ${error}`);
  });

  it('knows no kinds of custom resources', () => {
    expect(apply(object('ScaledObject', 'keda.sh/v1alpha1', 'x'))).toBe(
      'error: resource mapping not found for name: "x" namespace: "" from "hpa.yaml": no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"\nensure CRDs are installed first',
    );
  });

  it('tells the server’s answers: one by its fields, several by a line each', () => {
    const style = { jsonFieldErrorValues: true };
    const errors = [required(['spec', 'a']), required(['spec', 'b'], 'why')];
    const refuse: Send = (_, { name }) =>
      name === 'web'
        ? invalidStatus('HorizontalPodAutoscaler.autoscaling', name, errors, style)
        : badRequest('no');
    expect(apply(HPA, refuse)).toBe(
      'The HorizontalPodAutoscaler "web" is invalid: \n* spec.a: Required value\n* spec.b: Required value: why\n',
    );
    expect(apply(`${HPA}---\n${HPA.replace('web', 'api')}`, refuse)).toBe(
      'Error from server (Invalid): error when creating "hpa.yaml": HorizontalPodAutoscaler.autoscaling "web" is invalid: [spec.a: Required value, spec.b: Required value: why]\n' +
        'Error from server (BadRequest): error when creating "hpa.yaml": no\n',
    );
  });

  it('does not send what has no name', () => {
    const { stderr, infos } = applyFile(HPA.replace('web', '""'), OPTIONS, () => badRequest('never asked'));
    expect(stderr).toContain('resource name may not be empty');
    expect(infos).toHaveLength(1);
  });
});
