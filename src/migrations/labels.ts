// Labels of migrations and the expressions that select them: `expand and not tenant`, `a,b` (or), parentheses.
import { SchemaError } from '../errors.ts';

/**
 * Whether a file with these labels is selected. A file without labels always is; one with labels needs an expression.
 */
export type Selection = (labels: readonly string[]) => boolean;

/** Names that a file may carry. */
export const isLabel = (text: string): boolean => /^[A-Za-z0-9_.-]+$/.test(text) && !/^(and|or|not)$/i.test(text);

/**
 * `all` selects everything. `,` and `or` bind least, then `and`, then `!` and `not`. Raises `usage/invalid`.
 */
export function parseSelection(expression: string | null): Selection {
  const text = expression?.trim() ?? '';
  if (text === '') return (labels) => labels.length === 0;
  if (/^all$/i.test(text)) return () => true;
  const words = text.match(/[A-Za-z0-9_.-]+|\S/g) ?? [];
  const reader = { words, at: 0, expression: text };
  const wanted = either(reader);
  if (reader.at < words.length) throw notUnderstood(reader);
  return (labels) => labels.length === 0 || wanted(new Set(labels));
}

type Test = (labels: ReadonlySet<string>) => boolean;

interface Reader {
  readonly words: readonly string[];
  readonly expression: string;
  at: number;
}

function taken(reader: Reader, ...words: readonly string[]): boolean {
  const word = reader.words[reader.at]?.toLowerCase();
  if (word === undefined || !words.includes(word)) return false;
  reader.at += 1;
  return true;
}

function either(reader: Reader): Test {
  let left = both(reader);
  while (taken(reader, ',', 'or', '|')) {
    const [first, second] = [left, both(reader)];
    left = (labels) => first(labels) || second(labels);
  }
  return left;
}

function both(reader: Reader): Test {
  let left = one(reader);
  while (taken(reader, 'and', '&')) {
    const [first, second] = [left, one(reader)];
    left = (labels) => first(labels) && second(labels);
  }
  return left;
}

function one(reader: Reader): Test {
  if (taken(reader, '!', 'not')) {
    const inner = one(reader);
    return (labels) => !inner(labels);
  }
  if (taken(reader, '(')) {
    const inner = either(reader);
    if (!taken(reader, ')')) throw notUnderstood(reader);
    return inner;
  }
  const word = reader.words[reader.at];
  if (word === undefined || !isLabel(word)) throw notUnderstood(reader);
  reader.at += 1;
  return (labels) => labels.has(word);
}

const notUnderstood = ({ words, at, expression }: Reader): SchemaError =>
  new SchemaError('usage/invalid', `the labels ${JSON.stringify(expression)} are not understood`, {
    detail: words[at] === undefined ? 'Something is missing at the end.' : `At ${JSON.stringify(words[at])}.`,
    hint: 'Write labels with and, or (or a comma), not and parentheses: "expand and not tenant".',
  });
