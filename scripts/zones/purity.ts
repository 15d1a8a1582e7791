/** Finds clocks, randomness, browser globals and comparisons of Kubernetes minors where none may be. */
import ts from 'typescript';
import type { Finding } from './imports.ts';

/** Globals that would make a run depend on something else than its scenario. */
const IMPURE_GLOBALS: ReadonlySet<string> = new Set([
  'performance',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'self',
  'globalThis',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'requestAnimationFrame',
  'queueMicrotask',
  'crypto',
  'Intl', // follows the machine's language and time zone
]);

/** Methods of values that read the machine's language or time zone. */
const LOCAL_METHODS =
  /^(toLocale\w*|getHours|getMinutes|getDate|getDay|getMonth|getFullYear|getTimezoneOffset)$/;

/** An identifier that is used as a variable: not a property's name, not a declaration of its own. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent))
    return false;
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return parent.initializer === node;
  }
  if (ts.isMethodDeclaration(parent)) return false;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent)
  );
}

/** Names that a file declares itself: `window` is a word of the HPA too. */
function ownNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function impurityOf(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (name === 'Date.now' || name === 'Math.random') return name;
    if (LOCAL_METHODS.test(node.name.text)) return `${node.name.text}()`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isIdentifier(node) || !IMPURE_GLOBALS.has(node.text) || own.has(node.text)) return undefined;
  return isReference(node) ? node.text : undefined;
}

const ORDER = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);
const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

const isMinorText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && /^1\.\d\d$/.test(node.text);
const isMinorName = (node: ts.Node): boolean => /(^|\.)(minor|kubernetes)\w*$/i.test(node.getText());

function comparesMinors(node: ts.Node): boolean {
  if (ts.isCaseClause(node)) return isMinorText(node.expression);
  if (!ts.isBinaryExpression(node)) return false;
  const sides = [node.left, node.right];
  const operator = node.operatorToken.kind;
  if (EQUALITY.has(operator)) return sides.some(isMinorText);
  return ORDER.has(operator) && sides.some((side) => isMinorText(side) || isMinorName(side));
}

function findAll(source: ts.SourceFile, ask: (node: ts.Node) => string | undefined): Finding[] {
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const message = ask(node);
    if (message !== undefined) {
      found.push({
        file: source.fileName,
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        message,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** @returns every use of a clock, of randomness, of the machine's settings or of the browser */
export function checkPurity(file: string, text: string): Finding[] {
  const source = parse(file, text);
  const own = ownNames(source);
  return findAll(source, (node) => {
    const what = impurityOf(node, own);
    return what && `${what} in the core: a run is a pure function of its scenario.`;
  });
}

/** @returns every place that tells Kubernetes minors apart by comparing them */
export function checkMinors(file: string, text: string): Finding[] {
  return findAll(parse(file, text), (node) =>
    comparesMinors(node)
      ? 'compares Kubernetes minors: ask a named difference of src/core/releases.'
      : undefined,
  );
}
