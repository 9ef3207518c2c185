// The extensions that PGlite bundles, and their files, for PGlite's thread.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tarEntries } from './tar.ts';

/** The extensions that PGlite bundles, with the archive of each. A test compares the list with the package. */
const ARCHIVES: Readonly<Record<string, string>> = {
  amcheck: 'amcheck',
  autoinc: 'spi',
  bloom: 'bloom',
  btree_gin: 'btree_gin',
  btree_gist: 'btree_gist',
  citext: 'citext',
  cube: 'cube',
  dict_int: 'dict_int',
  dict_xsyn: 'dict_xsyn',
  earthdistance: 'earthdistance',
  file_fdw: 'file_fdw',
  fuzzystrmatch: 'fuzzystrmatch',
  hstore: 'hstore',
  insert_username: 'spi',
  intarray: 'intarray',
  isn: 'isn',
  lo: 'lo',
  ltree: 'ltree',
  moddatetime: 'spi',
  pageinspect: 'pageinspect',
  pg_buffercache: 'pg_buffercache',
  pg_freespacemap: 'pg_freespacemap',
  pg_logicalinspect: 'pg_logicalinspect',
  pg_stat_statements: 'pg_stat_statements',
  pg_surgery: 'pg_surgery',
  pg_trgm: 'pg_trgm',
  pg_visibility: 'pg_visibility',
  pg_walinspect: 'pg_walinspect',
  pgcrypto: 'pgcrypto',
  refint: 'spi',
  seg: 'seg',
  tablefunc: 'tablefunc',
  tcn: 'tcn',
  tsm_system_rows: 'tsm_system_rows',
  tsm_system_time: 'tsm_system_time',
  unaccent: 'unaccent',
  'uuid-ossp': 'uuid-ossp',
};

/** The extensions that a bundled extension requires (`requires` in its control file). */
const REQUIRES: Readonly<Record<string, readonly string[]>> = { earthdistance: ['cube'] };

/** Names of the extensions that PGlite can create; plpgsql is always installed. */
export const bundledExtensions: readonly string[] = Object.keys(ARCHIVES);

/** The path of a file in PGlite's package, beside its main module. */
export const pgliteFile = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), name);

/** A file for the virtual file system, with a path relative to the server's installation directory. */
export interface ServerFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The files of bundled extensions; names that are not bundled are skipped. */
export async function bundledFiles(names: readonly string[]): Promise<readonly ServerFile[]> {
  const all = names.flatMap((name) => [name, ...(REQUIRES[name] ?? [])]);
  const archives = new Set(all.flatMap((name) => ARCHIVES[name] ?? []));
  const files = await Promise.all([...archives].map(readArchive));
  return files.flat();
}

async function readArchive(archive: string): Promise<readonly ServerFile[]> {
  const tar = gunzipSync(await readFile(pgliteFile(`${archive}.tar.gz`)));
  return [...tarEntries(tar)].flatMap((entry) => (entry.directory ? [] : [entry]));
}

/**
 * The bundled extensions that SQL text may need: each one whose name occurs in a text about extensions, and all where
 * the text reads the list of available ones. An extension too many costs milliseconds; a missing one fails the
 * statement.
 */
export function mentionedExtensions(sql: string): readonly string[] {
  if (!/extension/i.test(sql)) return [];
  if (/pg_available_extension/i.test(sql)) return bundledExtensions;
  if (!/create\s+extension/i.test(sql)) return [];
  const words = new Set(sql.toLowerCase().match(/[a-z0-9_-]+/g) ?? []);
  return bundledExtensions.filter((name) => words.has(name));
}
