/** Answers to expectations as JUnit's XML, which systems for continuous integration show. */
import type { Answer } from '../core/index.ts';

/** An answer with the expectation's own text. */
export type NamedAnswer = Pick<Answer, 'isMet' | 'sentence'> & { readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** @param name of the scenario */
export function junitText(name: string, answers: readonly NamedAnswer[]): string {
  const failures = answers.filter(({ isMet }) => !isMet).length;
  const cases = answers.map(({ isMet, sentence, text }) => {
    const head = `    <testcase classname="${escaped(name)}" name="${escaped(text)}"`;
    return isMet ? `${head}/>` : `${head}>\n      <failure message="${escaped(sentence)}"/>\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${answers.length}" failures="${failures}">`,
    `  <testsuite name="${escaped(name)}" tests="${answers.length}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
