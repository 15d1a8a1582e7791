import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'conformance/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Property tests and whole runs take seconds where the machine has other work too.
    testTimeout: 60_000,
  },
});
