import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');
const WORDS = /\p{L}{2}/u;
/** Attributes and properties whose text a person reads or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-valuetext',
  'title',
  'label',
  'description',
  'placeholder',
  'alt',
  'message',
  'error',
  'lead',
]);

/** The texts that a component contains itself, with their lines. */
function strayTexts(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];

  function take(node: ts.Node, text: string) {
    if (WORDS.test(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${fileName}:${line + 1}: ${text.trim()}`);
    }
  }

  function takeAll(node: ts.Node | undefined) {
    for (const literal of literalsOf(node)) {
      take(literal, literal.text);
    }
  }

  function visit(node: ts.Node) {
    if (ts.isJsxText(node)) {
      take(node, node.text);
    } else if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent)) {
      takeAll(node.expression);
    } else if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      takeAll(node.initializer);
    } else if (ts.isPropertyAssignment(node) && SPOKEN.has(node.name.getText())) {
      takeAll(node.initializer);
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return found;
}

/** The possible string values of an expression. */
function literalsOf(node: ts.Node | undefined): ts.LiteralLikeNode[] {
  if (!node) {
    return [];
  }
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return [node];
  }
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) {
    return [...literalsOf(node.left), ...literalsOf(node.right)].filter(
      ({ parent }) => !ts.isBinaryExpression(parent) || !isComparison(parent),
    );
  }
  return ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) ? literalsOf(node.expression) : [];
}

function isComparison({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

test('a stray text is found', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands for the text of a component
  expect(strayTexts('a.tsx', '<p title="Hello">{yes ? `Good ${day}` : x === "run"} there</p>')).toEqual([
    'a.tsx:1: Hello',
    'a.tsx:1: Good',
    'a.tsx:1: there',
  ]);
});

test('components contain no texts that people read', () => {
  const components = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.') && !file.startsWith('testing'),
  );
  expect(components.length).toBeGreaterThan(60);
  expect(components.flatMap((file) => strayTexts(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});
