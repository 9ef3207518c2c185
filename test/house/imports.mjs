// @ts-check
// The rules of the house, checked by reading the sources. `node test/house/imports.mjs` prints what breaks them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ERRORS } from '#src/errors.js';
import { KINDS } from '#src/kinds/index.js';
import {
  CORE,
  CORE_EXCEPTIONS,
  DOORS,
  MAY_IMPORT,
  MAY_IMPORT_REGISTRY,
  OWN_WORDS,
  PACKAGES,
  REGISTRY,
} from './rooms.mjs';
import { functionsIn, readSource } from './source.mjs';
import { staleExceptionProblems, wordProblems } from './words.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LINES = 400;
const FUNCTION_LINES = 60;
const EMPTY_NAMES = ['utils', 'helpers', 'common', 'types', 'manager'];

/** @typedef {import('./source.mjs').Source & { path: string, room: string, text: string }} File */

/** @param {string} directory @returns {string[]} paths below it, with slashes */
function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** @returns {File[]} */
export function readSources() {
  const src = join(ROOT, 'src');
  return filesBelow(src).map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const room = path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '');
    return { path, room, text, ...readSource(text) };
  });
}

/** What a file imports: `type` where nothing of it is left when the program runs. @param {File} file */
function importsOf({ text, path }) {
  const pattern =
    /^(?:import|export)\s+(?:(type)\s+)?(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s*from\s*'([^']+)'|(?:^import\s+|\bimport\(\s*)'([^']+)'/gm;
  return [...text.matchAll(pattern)].map(([, type, names = '', named, dynamic]) => {
    const from = named ?? dynamic ?? '';
    const list =
      /^\{(.*)\}$/s
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const types = type !== undefined || (list.length > 0 && list.every((name) => name.startsWith('type ')));
    const target = from.startsWith('.') ? posix.join(posix.dirname(path), from) : from;
    return { from, target, local: from.startsWith('.'), types };
  });
}

/** @param {File[]} files */
export function importProblems(files) {
  return files.flatMap((file) =>
    importsOf(file).flatMap((item) => {
      const where = `src/${file.path} imports ${item.from}`;
      if (!item.local) {
        if ((PACKAGES[file.room] ?? []).some((pattern) => pattern.test(item.from))) return [];
        if (DOORS.includes(file.path) && (PACKAGES['cli'] ?? []).some((pattern) => pattern.test(item.from))) return [];
        return [`${where}, which the room "${file.room}" may not: see PACKAGES in test/house/rooms.mjs.`];
      }
      const room = item.target.includes('/')
        ? item.target.slice(0, item.target.indexOf('/'))
        : item.target.replace(/\.ts$/, '');
      if (item.target === REGISTRY && !MAY_IMPORT_REGISTRY.includes(file.room)) {
        return [
          `${where}: only ${MAY_IMPORT_REGISTRY.join(', ')} know which kinds there are. Take the kinds as an argument.`,
        ];
      }
      if (room === file.room || room === 'defined' || DOORS.includes(file.path)) return [];
      const allowed = MAY_IMPORT[file.room];
      if (allowed === undefined)
        return [`src/${file.path} is in no room of test/house/rooms.mjs: say what "${file.room}" may import.`];
      const rules = allowed.map((rule) => (typeof rule === 'string' ? { from: rule } : rule));
      const matching = rules.filter(
        ({ from }) => from === room || from === item.target || item.target.startsWith(`${from}/`),
      );
      if (matching.some((rule) => !('type' in rule) || item.types)) return [];
      if (matching.length > 0)
        return [`${where} as a value: the room "${file.room}" may import its types only. Write "import type".`];
      return [
        `${where}: the room "${file.room}" may not import from "${room}". Move the code, or pass what it needs as an argument.`,
      ];
    }),
  );
}

const IMPURE =
  /\basync\b|\bawait\b|\bPromise\b|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bsetTimeout\b/g;

/** @param {File[]} files */
export function purityProblems(files) {
  return files
    .filter((file) => CORE.includes(file.room))
    .flatMap((file) => {
      const except = /** @type {Record<string, string[]>} */ (CORE_EXCEPTIONS)[file.path] ?? [];
      return [...file.code.matchAll(IMPURE)]
        .filter(([word]) => !except.includes(word))
        .map((match) => {
          const line = file.code.slice(0, match.index).split('\n').length;
          return `src/${file.path}:${line} says "${match[0]}": the room "${file.room}" only computes. Do it in a workflow and pass the result.`;
        });
    });
}

/** @param {string} room */
const speaksOfSessions = (room) => !CORE.includes(room) || room === 'migrations';

/** @param {File[]} files */
export function kindProblems(files) {
  const names = new Set(KINDS.map((kind) => kind.name));
  return files
    .filter((file) => file.room !== 'kinds' && !OWN_WORDS.includes(file.room))
    .flatMap((file) =>
      file.strings
        // Outside the core, 'schema' is the name of this program, and 'role' a setting of the session; in migrations, a
        // directive that sets it.
        .filter(({ text }) => names.has(text) && !(['schema', 'role'].includes(text) && speaksOfSessions(file.room)))
        .map(
          ({ text, line }) =>
            `src/${file.path}:${line} names the kind '${text}': what is particular to a kind belongs into src/kinds, behind a property of Kind.`,
        ),
    );
}

/** The beginning of a statement, and the schema that all names of the server's own functions and catalogs have. */
const SQL =
  /^\s*(?:SELECT|WITH|INSERT INTO|UPDATE|DELETE FROM|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|SET|RESET|LOCK|COMMENT ON)\b|\bpg_catalog\./;

/** @param {File[]} files */
export function sqlProblems(files) {
  return files
    .filter((file) => file.room === 'workflows')
    .flatMap((file) =>
      file.strings
        .filter(({ text }) => SQL.test(text))
        .map(
          ({ text, line }) =>
            `src/${file.path}:${line} holds SQL (${text.trim().slice(0, 40)}): it belongs into the room that knows what it asks.`,
        ),
    );
}

/** What stands after the schema of the history in a statement on one of its tables. */
const HISTORY_TABLE = /^\.(?:history|events|tags)(?: |$)/;

/** Files that name the table in text: the key of the lock, the value of a placeholder. */
const HISTORY_IN_TEXT = ['runner/lock.ts', 'settings/project.ts'];

/** @param {File[]} files */
export function historyProblems(files) {
  return files
    .filter((file) => !file.path.startsWith('runner/history/') && !HISTORY_IN_TEXT.includes(file.path))
    .flatMap((file) =>
      file.strings
        .filter(({ text }) => HISTORY_TABLE.test(text))
        .map(
          ({ line }) => `src/${file.path}:${line} names a table of the history: only src/runner/history knows them.`,
        ),
    );
}

export function pageProblems() {
  const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
  return Object.keys(MAY_IMPORT)
    .filter((room) => !new RegExp(`^\\| \`${room}(?:\\.ts)?\` \\|`, 'm').test(page))
    .map((room) => `docs/architecture.md has no line for the room "${room}" in its table of rooms.`);
}

/** @param {File[]} files */
export function sizeProblems(files) {
  return files.flatMap((file) => {
    const lines = file.text.split('\n').length - 1;
    const long = functionsIn(file.code).filter((item) => item.lines > FUNCTION_LINES);
    return [
      ...(lines > LINES
        ? [`src/${file.path} has ${lines} lines: ${LINES} are the limit. Find the second file in it.`]
        : []),
      ...long.map(
        (item) =>
          `src/${file.path}:${item.line} ${item.name} takes ${item.lines} lines: ${FUNCTION_LINES} are the limit. Give its parts names.`,
      ),
    ];
  });
}

/** @param {File[]} files */
export function nameProblems(files) {
  return files
    .filter((file) =>
      EMPTY_NAMES.some((name) => file.path.split('/').some((part) => part.replace(/\.ts$/, '') === name)),
    )
    .map((file) => `src/${file.path} has a name that says nothing: name it after what it holds.`);
}

/** A file that is run as a program has `#!/usr/bin/env node` before its comment. @param {File[]} files */
export function openingProblems(files) {
  return files
    .filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S/.test(text))
    .map((file) => `src/${file.path} does not open with a comment: say in one line what it holds, and for whom.`);
}

/** @param {File[]} files */
export function errorProblems(files) {
  const raised = new Set(
    files.filter((file) => file.path !== 'errors.ts').flatMap((file) => file.strings.map(({ text }) => text)),
  );
  return Object.keys(ERRORS)
    .filter((code) => !raised.has(code))
    .map(
      (code) => `src/errors.ts lists '${code}', and nothing raises it: take it out, here and in docs/command-line.md.`,
    );
}

export function caseProblems() {
  return KINDS.map((kind) => kind.name.replaceAll(' ', '-'))
    .filter((name) => !existsSync(join(ROOT, 'test', 'cases', name)))
    .map((name) => `test/cases/${name} is missing: every kind has a folder of cases (see test/cases/README.md).`);
}

/** Every rule by its name. @type {Readonly<Record<string, (files: File[]) => string[]>>} */
export const RULES = {
  'rooms import only what they may': importProblems,
  'the core only computes': purityProblems,
  'no kind is named outside its room': kindProblems,
  'the words of a kind stand in no other room': wordProblems,
  'exceptions for words are needed': staleExceptionProblems,
  'workflows hold no SQL': sqlProblems,
  'only runner/history knows the tables of the history': historyProblems,
  'the architecture page has every room': pageProblems,
  'files and functions are short': sizeProblems,
  'names say something': nameProblems,
  'every file opens with a comment': openingProblems,
  'every error code is raised': errorProblems,
  'every kind has cases': caseProblems,
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = readSources();
  const problems = Object.values(RULES).flatMap((rule) => rule(files));
  for (const problem of problems) console.error(problem);
  console.error(
    problems.length === 0 ? `${files.length} files keep the rules of the house.` : `${problems.length} problems.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
