// Reading and naming what is in the history: events, and tags on versions.
import { SchemaError } from '../errors.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { createHistory, type History, historyExists, readRecorded } from './history.ts';
import { recordEvent, type Writer } from './record.ts';
import { newestApplied } from './selection.ts';

export interface HistoryEvent {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly event: string;
  readonly version: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly toolVersion: string;
}

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** All events in their order; none where there is no history. */
export async function readEvents(history: History): Promise<readonly HistoryEvent[]> {
  if (!(await historyExists(history))) return [];
  const rows = await history.database.query(
    `SELECT id::text, pg_catalog.to_char(at AT TIME ZONE 'UTC', ${UTC}) AS at, event, version, details, caused_by,
            tool_version
     FROM ${quoteIdentifier(history.schema)}.events ORDER BY events.id`,
  );
  return rows.map((row) => ({
    id: Number(row['id']),
    at: String(row['at']),
    event: String(row['event']),
    version: row['version'] == null ? null : String(row['version']),
    details: typeof row['details'] === 'object' && row['details'] !== null ? { ...row['details'] } : {},
    by: String(row['caused_by']),
    toolVersion: String(row['tool_version']),
  }));
}

export interface Tag {
  readonly name: string;
  /** The newest version that was applied then; null where none was. */
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

/** Names the newest applied version. A tag keeps its place: setting it again elsewhere is refused. */
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

/** Takes a tag away; returns whether there was one. */
export async function deleteTag(writer: Writer, name: string): Promise<boolean> {
  if (!(await readTags(writer)).some((tag) => tag.name === name)) return false;
  await writer.database.query(`DELETE FROM ${quoteIdentifier(writer.schema)}.tags WHERE name = $1`, [name]);
  await recordEvent(writer, 'tag deleted', null, { tag: name });
  return true;
}
