// schema.sum: one line per file, each hash chained to the line before, for checks of the folder. Two branches that both
// add migrations change the end of the file, so that version control reports a conflict.
import { createHash } from 'node:crypto';
import { SchemaError } from '../errors.ts';
import { filesOf, type MigrationSet } from './folder.ts';

const HEADER = '# schema.sum 1: path, checksum of the file, hash of this line and all before it. Do not edit.';

export interface SumCheck {
  readonly problems: readonly SchemaError[];
  /** Files that the sum does not list: new files, until the sum is written again. */
  readonly unlisted: readonly string[];
  /** Files that are unchanged since the sum was written. */
  readonly unchanged: ReadonlySet<string>;
}

/** The text of `schema.sum` for a folder. */
export function renderSum(set: MigrationSet): string {
  let chain = '';
  const lines = inOrder(set).map(({ path, checksum }) => {
    chain = chained(chain, path, checksum);
    return `${path} ${checksum} ${chain}`;
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** Compares a folder with its `schema.sum`: changed files, missing files, and edits of the sum itself. */
export function verifySum(sum: string, set: MigrationSet): SumCheck {
  const problems: SchemaError[] = [];
  const files = new Map(inOrder(set).map((migration) => [migration.path, migration]));
  const listed = new Set<string>();
  const unchanged = new Set<string>();
  let chain = '';
  let intact = true;
  for (const [index, line] of sum
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const match = /^(.+) (sha256:[0-9a-f]{64}) ([0-9a-f]{64})$/.exec(line);
    if (match === null) {
      problems.push(damaged(index + 1, line));
      intact = false;
      continue;
    }
    const [, path = '', checksum = '', hash] = match;
    chain = chained(chain, path, checksum);
    if (intact && chain !== hash) {
      problems.push(damaged(index + 1, line));
      intact = false;
    }
    listed.add(path);
    const problem = compare(path, checksum, files.get(path));
    if (problem !== null) problems.push(problem);
    else if (intact) unchanged.add(path);
  }
  return { problems, unlisted: [...files.keys()].filter((path) => !listed.has(path)), unchanged };
}

interface Listed {
  readonly path: string;
  readonly checksum: string;
  readonly wholeChecksum?: string;
}

/** Repeatable migrations have the order of their names here, whatever they need, so that fewer lines change. */
const inOrder = (set: MigrationSet): readonly Listed[] =>
  filesOf({ ...set, repeatables: [...set.repeatables].sort((a, b) => (a.name < b.name ? -1 : 1)) }).flatMap((file) =>
    file.conf === undefined ? [file] : [file, file.conf],
  );

const chained = (previous: string, path: string, checksum: string): string =>
  createHash('sha256').update(`${previous}\n${path}\n${checksum}`, 'utf8').digest('hex');

function compare(path: string, checksum: string, migration: Listed | undefined): SchemaError | null {
  if (migration === undefined) {
    return new SchemaError('migration/missing', `${path} is listed in schema.sum and does not exist`, {
      hint: 'Restore it. If it ran nowhere and is not wanted: schema validate --update-sum.',
      restores: path,
    });
  }
  if (migration.checksum === checksum || migration.wholeChecksum === checksum) return null;
  return new SchemaError('migration/checksum', `${path} was changed since schema.sum was written`, {
    detail: `schema.sum has ${checksum}, the file is ${migration.checksum}.`,
    hint: 'Undo the edit. If it ran nowhere and the edit is meant: schema validate --update-sum.',
    restores: path,
  });
}

const damaged = (line: number, text: string): SchemaError =>
  new SchemaError('migration/checksum', `schema.sum was edited or merged by hand at line ${line}`, {
    location: { file: 'schema.sum', line, column: 1, text },
    hint: 'Restore it from version control. After a merge: schema rebase --onto REF puts your files last and writes it anew.',
  });
