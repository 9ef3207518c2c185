// Liquibase, for `schema import`: changesets identified by id, author and file; a history table, and a lock table.
import { SchemaError } from '../../errors.ts';
import { maybeText, tableSql, textOf, utcText } from '../foreign-table.ts';
import { baseOf, migration } from '../source-text.ts';
import type {
  Converted,
  ForeignHistory,
  ForeignMigration,
  ForeignRow,
  ForeignTag,
  ReadRequest,
  SourceFile,
  TableName,
  Tool,
} from '../tool.ts';
import { readChangelogTree } from './changelog-tree.ts';
import { attribute, type ChangelogReader, type ChangeSet, isForPostgres, isOn, plainPath } from './changeset.ts';
import { isFormattedSql, readFormattedSql } from './formatted-sql.ts';

export const LIQUIBASE: Tool = {
  name: 'liquibase',
  title: 'Liquibase',
  table: { schema: null, name: 'databasechangelog' },
  columns: ['id', 'author', 'filename', 'dateexecuted', 'orderexecuted', 'exectype', 'md5sum'],
  beside: lockTable,
  lock: (table) => ({ kind: 'row', table: lockTable(table) }),
  read,
  reads: (path) => /\.(?:sql|xml|ya?ml|json)$/i.test(path),
  convert,
  // The same changelog may have run from another folder.
  alias: (id) => baseOf(id.split('::')[0] ?? '') + id.slice(id.indexOf('::')),
};

function lockTable({ schema, name }: TableName): TableName {
  return { schema, name: `${name}lock` };
}

const idOf = (file: string, id: string, author: string): string => `${plainPath(file)}::${id}::${author}`;

async function read({ database, table }: ReadRequest): Promise<ForeignHistory> {
  const rows = await database.query(
    `SELECT id, author, filename, exectype, md5sum, tag, ${utcText('dateexecuted', 'at')}
     FROM ${tableSql(table)} ORDER BY orderexecuted, dateexecuted`,
  );
  const tags: ForeignTag[] = [];
  const read = rows.map((row): ForeignRow => {
    const [id, author] = [textOf(row, 'id'), textOf(row, 'author')];
    const key = idOf(textOf(row, 'filename'), id, author);
    const at = maybeText(row, 'at');
    const tag = maybeText(row, 'tag');
    if (tag !== null) tags.push({ name: tag, id: key, at });
    const state = row['exectype'] === 'MARK_RAN' ? 'marked' : 'applied';
    return {
      id: key,
      name: id,
      kind: 'versioned',
      state,
      checksum: maybeText(row, 'md5sum'),
      at,
      by: author,
      ms: null,
    };
  });
  return { rows: read, tags, notes: ['Liquibase does not record who ran a changeset: its author is taken for that'] };
}

function convert(files: readonly SourceFile[], entry?: string): Converted {
  if (files.length === 0) return { migrations: [], tags: [], notes: [] };
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const sets = changeSetsOf(texts, entry === undefined ? rootOf(texts) : plainPath(entry));
  const others = sets.filter(({ attributes }) => !isForPostgres(attribute(attributes, 'dbms')));
  const ignored = sets.filter(({ attributes }) => isOn(attributes, 'ignore'));
  const left = new Set([...others, ...ignored]);
  const taken = sets.filter((set) => !left.has(set));
  const notes = left.size === 0 ? [] : [`${left.size} changesets for other databases, or ignored, are left out`];
  const tags = taken.flatMap((set): ForeignTag[] =>
    set.tag === null ? [] : [{ name: set.tag, id: idOf(set.file, set.id, set.author), at: null }],
  );
  return { migrations: taken.map(migrationOf), tags, notes };
}

function changeSetsOf(texts: ReadonlyMap<string, string>, entry: string): readonly ChangeSet[] {
  const open = new Set<string>();
  const reader: ChangelogReader = { texts, properties: new Map(), include };
  return include(entry);

  function include(path: string): readonly ChangeSet[] {
    const text = texts.get(path);
    if (text === undefined || open.has(path)) throw notThere(path, text !== undefined);
    open.add(path);
    const sets = readOne(path, text, reader);
    open.delete(path);
    return sets;
  }
}

function readOne(path: string, text: string, reader: ChangelogReader): readonly ChangeSet[] {
  if (!/\.sql$/i.test(path)) return readChangelogTree(path, text, reader);
  if (isFormattedSql(text)) return readFormattedSql(path, text, reader);
  // Liquibase treats an included plain SQL file as one changeset of this name.
  const common = { id: 'raw', author: 'includeAll', file: path, attributes: {}, down: null };
  return [{ ...common, up: text, checks: [], tag: null, notes: [] }];
}

const notThere = (path: string, twice: boolean): SchemaError =>
  new SchemaError('adoption/unreadable', `the changelog ${path} ${twice ? 'includes itself' : 'is not there'}`, {
    hint: 'Point --dir at the folder that Liquibase searches, and name the changelog with --changelog.',
  });

/** The changelog that no other one includes. */
function rootOf(texts: ReadonlyMap<string, string>): string {
  const changelogs = [...texts].filter(([path, text]) =>
    /\.sql$/i.test(path) ? isFormattedSql(text) : /databaseChangeLog/.test(text),
  );
  const roots = changelogs.filter(
    ([path]) => !changelogs.some(([other, text]) => other !== path && mentions(text, path)),
  );
  const [first, ...more] = roots;
  if (first !== undefined && more.length === 0) return first[0];
  throw new SchemaError('adoption/unreadable', 'it is not clear which changelog is the first', {
    detail: roots.length === 0 ? 'No changelog was found.' : `${roots.map(([path]) => path).join(', ')}.`,
    hint: 'Name it with --changelog.',
  });
}

/** Included by name, or with a whole folder. */
function mentions(text: string, path: string): boolean {
  if (!/include/.test(text)) return false;
  if (text.includes(baseOf(path))) return true;
  const folder = path.split('/').at(-2);
  return folder !== undefined && /includeAll/.test(text) && text.includes(folder);
}

function migrationOf(set: ChangeSet): ForeignMigration {
  const { attributes } = set;
  const always = isOn(attributes, 'runAlways');
  const repeats = (always || isOn(attributes, 'runOnChange')) && set.up !== null;
  const { labels, notes } = labelsOf(attributes);
  const apart = /^false$/i.test(attribute(attributes, 'runInTransaction') ?? '');
  const lenient = /^false$/i.test(attribute(attributes, 'failOnError') ?? '');
  return migration({
    id: idOf(set.file, set.id, set.author),
    name: set.id,
    kind: repeats ? 'repeatable' : 'versioned',
    path: set.file,
    up: set.up,
    down: set.down,
    head: [
      ...(apart ? ['transaction none'] : []),
      ...(repeats && always ? ['always'] : []),
      ...(labels.length > 0 ? [`labels ${labels.join(',')}`] : []),
      ...set.checks.map(({ sql, onFail }) => `check on-fail=${onFail} ${sql}`),
    ],
    notes: [
      ...set.notes,
      ...notes,
      ...(lenient ? ['it no longer goes on after an error (failOnError)'] : []),
      ...(/\$\{[^{}\s]+\}/.test(set.up ?? '') ? ['a property in it has no value in the changelogs'] : []),
    ],
  });
}

/** Contexts and labels become labels; of an expression the words that are not negated. */
function labelsOf(attributes: Readonly<Record<string, string>>): { labels: string[]; notes: string[] } {
  const given = ['context', 'contextFilter', 'labels'].flatMap((name) => attribute(attributes, name) ?? []);
  const all = given.flatMap((text) => [...text.matchAll(/(!|\bnot\s+)?@?([A-Za-z0-9_.-]+)/gi)]);
  const words = all.filter(([, not, word = '']) => not === undefined && !/^(?:and|or|not)$/i.test(word));
  const labels = [...new Set(words.map(([, , word = '']) => word))];
  const simple = given.every((text) => /^[\w.\s,@-]+$/.test(text) && !/\b(?:and|or|not)\b/i.test(text));
  return { labels, notes: simple ? [] : [`of ${given.join(', ')} only the words are carried over as labels`] };
}
