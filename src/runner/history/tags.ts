// The table `tags` of the history, for `schema tag`, undo and import: names for versions.
import { SchemaError } from '../../errors.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { createHistory, type History, historyExists, newestApplied, readRecorded, UTC } from './history.ts';
import { recordEvent, type Writer } from './record.ts';

export interface Tag {
  readonly name: string;
  /** The newest version that was applied when the tag was set; null where none was. */
  readonly version: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
}

/** All tags, the newest last. */
export async function readTags(history: History): Promise<readonly Tag[]> {
  if (!(await historyExists(history))) return [];
  const rows = await history.database.query(
    `SELECT name, version, pg_catalog.to_char(at AT TIME ZONE 'UTC', ${UTC}) AS at, tagged_by
     FROM ${quoteIdentifier(history.schema)}.tags ORDER BY tags.at, name`,
  );
  return rows.map((row) => ({
    name: String(row['name']),
    version: row['version'] == null ? null : String(row['version']),
    at: String(row['at']),
    by: String(row['tagged_by']),
  }));
}

/** Gives the newest applied version a name. A tag does not move: setting it again at another version is refused. */
export async function setTag(writer: Writer, name: string): Promise<Tag> {
  await createHistory(writer);
  const { rows, baseline } = await readRecorded(writer);
  const version = newestApplied(rows)?.version ?? baseline?.version ?? null;
  const known = (await readTags(writer)).find((tag) => tag.name === name);
  if (known !== undefined && known.version !== version) {
    throw new SchemaError(
      'usage/invalid',
      `the tag ${JSON.stringify(name)} stands for V${known.version ?? 0} already`,
      {
        hint: 'Choose another name, or delete it first: schema tag NAME --delete',
      },
    );
  }
  if (known !== undefined) return known;
  await writer.database.query(`INSERT INTO ${quoteIdentifier(writer.schema)}.tags (name, version) VALUES ($1, $2)`, [
    name,
    version,
  ]);
  await recordEvent(writer, 'tagged', version, { tag: name });
  const set = (await readTags(writer)).find((tag) => tag.name === name);
  if (set === undefined) throw new SchemaError('database/query', `the tag ${name} was not stored`);
  return set;
}

/** Deletes a tag; returns whether it existed. */
export async function deleteTag(writer: Writer, name: string): Promise<boolean> {
  if (!(await readTags(writer)).some((tag) => tag.name === name)) return false;
  await writer.database.query(`DELETE FROM ${quoteIdentifier(writer.schema)}.tags WHERE name = $1`, [name]);
  await recordEvent(writer, 'tag deleted', null, { tag: name });
  return true;
}

/** The newest version when the tag was set; `0` where nothing was applied. Raises `usage/invalid`. */
export async function taggedVersion(history: History, tag: string): Promise<string> {
  const found = (await historyExists(history))
    ? await history.database.query(`SELECT version FROM ${quoteIdentifier(history.schema)}.tags WHERE name = $1`, [tag])
    : [];
  if (found[0] !== undefined) return String(found[0]['version'] ?? '0');
  throw new SchemaError('usage/invalid', `there is no tag ${JSON.stringify(tag)}`, { hint: 'See `schema tag`.' });
}

/** Adds a tag of another tool with the time at which it was set (null: now), unless there is one of that name. */
export async function importTag(writer: Writer, name: string, version: string, at: string | null): Promise<void> {
  await writer.database.query(
    `INSERT INTO ${quoteIdentifier(writer.schema)}.tags (name, version, at)
     VALUES ($1, $2, COALESCE($3::timestamptz, pg_catalog.now())) ON CONFLICT (name) DO NOTHING`,
    [name, version, at],
  );
}
