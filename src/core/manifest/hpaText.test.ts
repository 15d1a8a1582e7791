import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hpaText } from './hpaText.ts';
import { readManifest } from './read.ts';

test('[MF20] the HPA that KEDA makes, as text, is read back as the same HPA', () => {
  const { manifest } = readManifest(readFileSync('examples/10-keda-kafka.yaml', 'utf8'), '1.37');
  if (manifest === undefined) throw new Error('the example does not run');
  const text = hpaText(manifest.hpa);
  expect(text).toMatch(
    /^apiVersion: autoscaling\/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n {2}name: keda-hpa-/,
  );
  const again = readManifest(text, '1.37').manifest?.hpa;
  expect(again?.metadata).toEqual(manifest.hpa.metadata);
  expect(again?.spec).toEqual(manifest.hpa.spec);
});
