import { describe, expect, test } from 'vitest';
import {
  errorProblems,
  historyProblems,
  importProblems,
  kindProblems,
  nameProblems,
  openingProblems,
  purityProblems,
  RULES,
  readSources,
  sizeProblems,
  sqlProblems,
} from '../../house/imports.mjs';
import { functionsIn, readSource } from '../../house/source.mjs';
import { staleExceptionProblems, wordProblems } from '../../house/words.mjs';

describe('the sources', () => {
  const files = readSources();
  test.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });
});

/** A file that is not there. */
const file = (path: string, text: string) => ({
  path,
  room: path.slice(0, path.indexOf('/')),
  text,
  ...readSource(text),
});

describe('the rules find what breaks them', () => {
  test('an import from a room that is not below', () => {
    const problems = importProblems([file('diff/x.ts', "import { plan } from '../plan/make-plan.ts';\n")]);
    expect(problems).toEqual([expect.stringContaining('the room "diff" may not import from "plan"')]);
  });

  test('a value where only types may be imported', () => {
    const text =
      "import { type Kind, defineKind } from '../kinds/kind.ts';\nimport type { Draft } from '../kinds/kind.ts';\n";
    expect(importProblems([file('diff/x.ts', text)])).toEqual([expect.stringContaining('types only')]);
  });

  test('the registry, a package, a room nobody knows', () => {
    expect(importProblems([file('introspect/x.ts', "import { KINDS } from '../kinds/index.ts';\n")])).toHaveLength(1);
    expect(importProblems([file('plan/x.ts', "import { readFile } from 'node:fs/promises';\n")])).toHaveLength(1);
    expect(importProblems([file('attic/x.ts', "import { SchemaError } from '../errors.ts';\n")])).toHaveLength(1);
  });

  test('waiting, the clock and chance in the core, but not in words about them', () => {
    const text = "// await nothing\nconst a = 'await';\nexport const b = async () => Date.now() + Math.random();\n";
    expect(purityProblems([file('plan/x.ts', text)])).toHaveLength(3);
    expect(purityProblems([file('runner/x.ts', text)])).toEqual([]);
  });

  test('the name of a kind, but not in a comment', () => {
    const text = "// 'materialized view'\nif (object.kind === 'materialized view') skip();\n";
    expect(kindProblems([file('plan/x.ts', text)])).toEqual([expect.stringContaining('src/plan/x.ts:2')]);
  });

  test('a word of a kind: a parse node, an ObjectType, a catalog, a type word', () => {
    const text = [
      "const READERS = { CreateEventTrigStmt: one('event trigger') };",
      "const isOne = (type: string) => type === 'OBJECT_EVENT_TRIGGER' || /^OBJECT_SUBSCRIPTION$/.test(type);",
      'const sql = `SELECT x.oid',
      '  FROM pg_catalog.pg_event_trigger`;',
      '// CreateEventTrigStmt, pg_event_trigger',
    ].join('\n');
    const said = wordProblems([file('sql/x.ts', text)]).map((problem) =>
      /^src\/(\S+) says '(.*?)'/.exec(problem)?.slice(1),
    );
    expect(said).toHaveLength(5);
    expect(said).toEqual(
      expect.arrayContaining([
        ['sql/x.ts:1', 'CreateEventTrigStmt'],
        ['sql/x.ts:1', 'event trigger'],
        ['sql/x.ts:2', 'OBJECT_EVENT_TRIGGER'],
        ['sql/x.ts:2', 'OBJECT_SUBSCRIPTION'],
        ['sql/x.ts:4', 'pg_event_trigger'],
      ]),
    );
    expect(wordProblems([file('kinds/x.ts', text)])).toEqual([]);
  });

  test('a word of a kind in a file that no exception names, and an exception that nothing needs', () => {
    const text = "export const isAllowed = (type: string) => type === 'CreateConversionStmt';\n";
    expect(wordProblems([file('scratch/translate.ts', text)])).toEqual([]);
    expect(wordProblems([file('scratch/x.ts', text)])).toHaveLength(1);
    const stale = staleExceptionProblems([file('scratch/translate.ts', text)]);
    expect(stale).toContainEqual(expect.stringContaining("'CreateSubscriptionStmt'"));
    expect(stale).not.toContainEqual(expect.stringContaining("'CreateConversionStmt'"));
  });

  test('SQL in a workflow, and the tables of the history', () => {
    const text = 'await database.query(`SELECT 1`);\nawait database.query(`SELECT * FROM ${schema}.history`);\n';
    expect(sqlProblems([file('workflows/x.ts', text)])).toHaveLength(2);
    expect(sqlProblems([file('health/x.ts', text)])).toEqual([]);
    expect(historyProblems([file('health/x.ts', text)])).toEqual([expect.stringContaining('src/health/x.ts:2')]);
  });

  test('an import by a room that has a file of its name beside it', () => {
    expect(importProblems([file('cli/x.ts', "import { KINDS } from '../kinds/index.ts';\n")])).toHaveLength(1);
  });

  test('a long file, a long function, an empty name', () => {
    const body = '  step();\n'.repeat(70);
    expect(sizeProblems([file('plan/x.ts', '\n'.repeat(401))])).toHaveLength(1);
    expect(sizeProblems([file('plan/x.ts', `function long(): { a: string } {\n${body}}\n`)])).toEqual([
      expect.stringContaining('long takes 72 lines'),
    ]);
    expect(nameProblems([file('plan/utils.ts', '')])).toHaveLength(1);
  });

  test('a file that does not open with a comment', () => {
    const code = 'export const a = 1;\n';
    expect(openingProblems([file('plan/x.ts', code)])).toEqual([expect.stringContaining('src/plan/x.ts')]);
    expect(openingProblems([file('plan/x.ts', `\n// Late.\n${code}`), file('plan/y.ts', `//\n${code}`)])).toHaveLength(
      2,
    );
    expect(openingProblems([file('plan/x.ts', `// The order, for the planner.\n${code}`)])).toEqual([]);
    expect(openingProblems([file('cli/x.ts', `#!/usr/bin/env node\n// The program.\n${code}`)])).toEqual([]);
    expect(openingProblems([file('cli/x.ts', `#!/usr/bin/env node\n${code}`)])).toHaveLength(1);
  });

  test('a code that nobody raises', () => {
    expect(errorProblems([file('plan/x.ts', "throw new SchemaError('plan/cycle', 'a cycle');\n")])).not.toContainEqual(
      expect.stringContaining("'plan/cycle'"),
    );
    expect(errorProblems([])).toContainEqual(expect.stringContaining("'plan/cycle'"));
  });
});

test('strings, templates and regular expressions are told from code', () => {
  const { code, strings, patterns } = readSource(
    "const a = `x ${b('y', `z ${c}`)} w`; const d = /'[/]'/.test(e) ? 1 / 2 : f / g; // 'h'\n",
  );
  expect(strings.map(({ text }) => text)).toEqual(['x ', 'y', 'z ', '', ' w']);
  expect(patterns).toEqual([{ text: "/'[/]'/", line: 1 }]);
  expect(code.replace(/\s+/g, ' ')).toContain('? 1 / 2 : f / g;');
  expect(functionsIn('const run = (a: number) => {\n  go();\n};\n')).toEqual([{ name: 'run', line: 1, lines: 3 }]);
  const literal = readSource("function f(): A | 'b' {\n  go();\n}\nconst g = { a: 1 };\n").code;
  expect(functionsIn(literal)).toEqual([{ name: 'f', line: 1, lines: 3 }]);
});
