/** `npm run test:tree`: what no file of the project may hold, see `tree/rules.ts`. */
import { projectFiles, readProjectFile, report } from './lib/tracked.ts';
import { RULES } from './tree/rules.ts';

/** Recorded answers of the real controller are data of their own; pictures are not text. */
const LEFT_OUT = /^conformance\/(vectors|api)\/|\.(png|woff2?|ttf|ico|gz)$/;

const files = projectFiles().filter((file) => !LEFT_OUT.test(file));
report(
  'Tree',
  files.length,
  files.flatMap((file) => {
    const text = readProjectFile(file);
    return RULES.flatMap((rule) => rule(file, text));
  }),
);
