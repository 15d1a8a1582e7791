#!/usr/bin/env node
// `npm test`: from a fresh clone to one last line `N passed, N failed`. Only Node's own modules until the packages are
// there, and nothing here that an old Node could not read, so that it can say what is wrong.
import { requireNode } from './lib/requireNode.mjs';

requireNode();
import('./lib/testAll.mjs')
  .then(({ testAll }) => testAll())
  .then((code) => {
    process.exitCode = code;
  });
