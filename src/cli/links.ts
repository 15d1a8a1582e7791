/** `npm run docs:links`: measures ten typical links and writes the table in `docs/links.md` anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { linkTable, typicalLinks } from './typicalLinks.ts';

const FILE = 'docs/links.md';
const TABLE = /\| Scenario \| Characters \|\n(?:\|.*\n)+/;

const text = readFileSync(FILE, 'utf8');
if (!TABLE.test(text)) throw new Error(`${FILE} has no table to put the figures into`);
writeFileSync(FILE, text.replace(TABLE, linkTable(await typicalLinks())));
