import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is quick and finds much comes first: a mutant's run ends with the first test that fails. */
const ORDER: readonly RegExp[] = [/slice\.mutation\.ts$/, /podautoscaler\/(?!horizontal\.)/];

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = ORDER.findIndex((pattern) => pattern.test(moduleId));
      return index === -1 ? ORDER.length : index;
    };
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/**
 * The tests that judge mutants of the controller: its own, and a slice of the recorded traces. They share one worker,
 * which is new for each mutant.
 */
export default defineConfig({
  test: {
    include: ['src/core/podautoscaler/**/*.test.ts', 'conformance/slice.mutation.ts'],
    environment: 'node',
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
});
