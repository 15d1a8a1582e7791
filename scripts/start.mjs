#!/usr/bin/env node
// `npm start`: from a fresh clone to a running playground. Only Node's own modules until the packages are there, and
// nothing here that an old Node could not read, so that it can say what is wrong.
import { requireNode } from './lib/requireNode.mjs';

requireNode();
import('./lib/start.mjs').then(({ start }) => start(process.env)).then((code) => process.exit(code));
