// The databases, or schemas of one database, for `schema fleet`: from a file, a pattern, or a query.
import { readFile } from 'node:fs/promises';
import { SchemaError } from '../errors.ts';
import { redactUrl, withDatabase } from './open.ts';

/** One database, or one schema of it with a history of its own. */
export interface Target {
  readonly id: string;
  readonly url: string;
  /** Handwritten files run with this schema as their search path. */
  readonly schema: string | null;
}

/** The source of the targets: one of the three. */
export interface TargetSource {
  /** A file with one target on each line: a URL, `id URL`, or a JSON object with id, url and schema. */
  readonly file?: string;
  /** Schemas of the project's database, by a LIKE pattern. */
  readonly schemas?: string;
  /** A query on the project's database with the columns id, url and schema. */
  readonly query?: string;
}

/** Reads the targets; `url` returns the database for the pattern or the query. Raises `usage/invalid`. */
export async function readTargets(
  url: () => string,
  source: TargetSource,
  only: readonly string[] | undefined,
): Promise<readonly Target[]> {
  const given = Object.values(source).filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw new SchemaError('usage/invalid', 'say where the targets come from: --targets, --schemas-like or --query');
  }
  const all = source.file === undefined ? await queried(url(), source) : await fromFile(source.file);
  const ids = new Set(all.map(({ id }) => id));
  if (ids.size < all.length) throw new SchemaError('usage/invalid', 'two targets have one id');
  const unknown = only?.find((id) => !ids.has(id));
  if (unknown !== undefined) throw new SchemaError('usage/invalid', `there is no target ${JSON.stringify(unknown)}`);
  const targets = all.filter(({ id }) => only === undefined || only.includes(id));
  if (targets.length > 0) return targets;
  throw new SchemaError('usage/invalid', 'there are no targets', { hint: 'Look at where they come from.' });
}

const TENANTS = `
  SELECT nspname::text AS id, nspname::text AS schema FROM pg_catalog.pg_namespace
  WHERE nspname LIKE $1 AND nspname !~ '^pg_' ORDER BY 1`;

async function queried(url: string, { schemas, query }: TargetSource): Promise<readonly Target[]> {
  return await withDatabase(url, 'schema fleet', async (database) => {
    const rows = schemas === undefined ? await database.query(query ?? '') : await database.query(TENANTS, [schemas]);
    return rows.map((row) => targetOf(row, url));
  });
}

async function fromFile(file: string): Promise<readonly Target[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SchemaError('usage/invalid', `cannot read ${file}`, { cause });
  });
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      if (line.startsWith('{')) return targetOf(JSON.parse(line) as Readonly<Record<string, unknown>>, null);
      const [first = '', second] = line.split(/\s+/);
      return second === undefined ? targetOf({ url: first }, null) : targetOf({ id: first, url: second }, null);
    });
}

function targetOf(row: Readonly<Record<string, unknown>>, url: string | null): Target {
  const text = (name: string): string | null => (row[name] == null ? null : String(row[name]));
  const [own, schema] = [text('url') ?? url, text('schema')];
  if (own === null) throw new SchemaError('usage/invalid', 'a target has no url', { detail: JSON.stringify(row) });
  return { id: text('id') ?? schema ?? redactUrl(own), url: own, schema };
}
