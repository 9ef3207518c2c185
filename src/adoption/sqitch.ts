// Sqitch, for `schema import`: a plan orders names; deploy, revert and verify scripts; a registry with their hashes.
import { SchemaError } from '../errors.ts';
import { textDigests } from './checksums.ts';
import { maybeText, tableSql, textOf, utcText } from './foreign-table.ts';
import { migration } from './source-text.ts';
import type {
  Converted,
  ForeignHistory,
  ForeignMigration,
  ForeignRow,
  ForeignTag,
  ReadRequest,
  SourceFile,
  Tool,
} from './tool.ts';

export const SQITCH: Tool = {
  name: 'sqitch',
  title: 'Sqitch',
  table: { schema: 'sqitch', name: 'changes' },
  columns: ['change_id', 'script_hash', 'change', 'project', 'committed_at', 'committer_name', 'planned_at'],
  lock: () => ({ kind: 'advisory', key: 75474063n }),
  read,
  reads: (path) => /(?:^|\/)sqitch\.plan$/.test(path) || /^(?:deploy|revert|verify)\/.+\.sql$/.test(path),
  convert,
};

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT project, change, script_hash, committer_name, ${utcText('committed_at', 'at')}, change_id
     FROM ${tableSql(table)} ORDER BY planned_at, committed_at`,
  );
  const count = counter();
  const byChange = new Map<string, string>();
  const applied = rows.map((row): ForeignRow => {
    const name = textOf(row, 'change');
    const id = count(`${textOf(row, 'project')}:${name}`);
    byChange.set(textOf(row, 'change_id'), id);
    const [checksum, at, by] = ['script_hash', 'at', 'committer_name'].map((column) => maybeText(row, column));
    return {
      ...{ id, name, kind: 'versioned', state: 'applied', ms: null },
      ...{ checksum: checksum ?? null, at: at ?? null, by: by ?? null },
    };
  });
  const tags = await database.query(
    `SELECT tag, change_id, ${utcText('committed_at', 'at')} FROM ${tableSql({ ...table, name: 'tags' })}
     ORDER BY committed_at`,
  );
  return {
    rows: applied,
    tags: tags.map((row) => ({
      name: textOf(row, 'tag').replace(/^@/, ''),
      id: byChange.get(textOf(row, 'change_id')) ?? '',
      at: maybeText(row, 'at'),
    })),
    notes: [],
  };
}

/** A reworked change is in the plan more than once; its second entry becomes `name#2`. */
function counter(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name}#${number}`;
  };
}

interface Planned {
  readonly name: string;
  readonly at: string;
  /** The tags that follow the change directly. */
  readonly tags: string[];
  readonly requires: string;
}

const TIME = String.raw`(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z`;
const CHANGE = new RegExp(String.raw`^([^\s@%#\[]+)\s+(?:\[([^\]]*)\]\s+)?${TIME}`);

function readPlan({ text }: SourceFile): { readonly project: string; readonly changes: readonly Planned[] } {
  const changes: Planned[] = [];
  let project = '';
  for (const line of text.split(/\r?\n/)) {
    const pragma = /^%project=(.+)$/.exec(line);
    if (pragma !== null) project = (pragma[1] ?? '').trim();
    const tag = /^@(\S+)\s/.exec(line);
    if (tag !== null) changes.at(-1)?.tags.push(tag[1] ?? '');
    const [, name, requires = '', ...time] = CHANGE.exec(line) ?? [];
    if (name !== undefined) changes.push({ name, at: time.join(''), tags: [], requires });
  }
  return { project, changes };
}

function convert(files: readonly SourceFile[]): Converted {
  const plan = files.find(({ path }) => /(?:^|\/)sqitch\.plan$/.test(path));
  if (plan === undefined) {
    if (files.length === 0) return { migrations: [], tags: [], notes: [] };
    throw new SchemaError('adoption/unreadable', 'there is no sqitch.plan among the files', {
      detail: 'It says in which order the changes run.',
      hint: 'Point --dir at the folder that holds sqitch.plan.',
    });
  }
  const { project, changes } = readPlan(plan);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const count = counter();
  const migrations = changes.map((change, index) =>
    one(change, count(`${project}:${change.name}`), suffixOf(changes, index), texts),
  );
  const tags = changes.flatMap((change, index): ForeignTag[] =>
    change.tags.map((name) => ({ name, id: migrations[index]?.id ?? '', at: null })),
  );
  const verified = files.some(({ path }) => path.startsWith('verify/'));
  const notes = verified ? ['verify scripts are left where they are: see `schema verify`'] : [];
  return { migrations, tags, notes };
}

/** The scripts of a change that is reworked later have the first tag after it in their names. */
function suffixOf(changes: readonly Planned[], index: number): string {
  const name = changes[index]?.name;
  const again = changes.findIndex((change, at) => at > index && change.name === name);
  if (again === -1) return '';
  const tag = changes.slice(index, again).flatMap(({ tags }) => tags)[0];
  return tag === undefined ? '' : `@${tag}`;
}

function one({ name, at }: Planned, id: string, suffix: string, texts: ReadonlyMap<string, string>): ForeignMigration {
  const path = `deploy/${name}${suffix}.sql`;
  const up = texts.get(path);
  if (up === undefined) {
    throw new SchemaError('adoption/unreadable', `${path} is in sqitch.plan and is not there`, {
      hint: 'Restore it from version control.',
    });
  }
  const down = texts.get(`revert/${name}${suffix}.sql`) ?? null;
  return migration({ id, name, version: at, path, up, down, checksums: textDigests('sha1', up) });
}
