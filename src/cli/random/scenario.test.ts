import { expect, test } from 'vitest';
import { MINORS, parseScenario, readManifest } from '../../core/index.ts';
import { randomScenario } from './scenario.ts';

test('a random scenario is valid, and runs, on every minor', () => {
  const refused: string[] = [];
  for (let seed = 320; seed < 335; seed++) {
    for (const minor of MINORS) {
      const scenario = randomScenario(seed, minor);
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
      const texts = [scenario.manifest];
      for (const event of scenario.events) if (event.kind === 'applyManifest') texts.push(event.manifest);
      for (const text of texts) {
        const { outcome } = readManifest(text, minor, scenario.featureGates);
        if (outcome !== 'accept') refused.push(`seed ${seed} on ${minor}: ${outcome}`);
      }
    }
  }
  expect(refused).toEqual([]);
});
