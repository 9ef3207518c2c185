// `schema baseline`: an existing database as the start of its history.
import { SchemaError } from '../errors.ts';
import { baselineFile } from '../migrations/baseline-text.ts';
import { type MigrationFile, readMigration } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { migrationName, parseVersion, timestampVersion } from '../migrations/names.ts';
import { readSet, writeFiles } from '../migrations-folder/folder.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { createHistory, newestApplied, readRecorded } from '../runner/history/history.ts';
import { recordMarked } from '../runner/history/record.ts';
import { withLock } from '../runner/with-lock.ts';
import { databaseUrl, historyOptions, type Project, runOf } from '../settings/project.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { diffSources } from './diff.ts';

export interface BaselineRequest {
  /** Absent: the time, as for any migration. */
  readonly version?: string;
  readonly name: string;
  /** Write a file with all objects of the database; otherwise only the history gets a record. */
  readonly writeFile: boolean;
}

export interface BaselineResult {
  readonly version: string;
  /** Null where no file was asked for, or the database is empty. */
  readonly file: MigrationFile | null;
}

/**
 * Records the present database as the start of its history. The file creates the same objects in an empty database, and
 * is proven in scratch. Raises `migration/out-of-order` where the history already has versions.
 */
export async function baseline(project: Project, request: BaselineRequest): Promise<BaselineResult> {
  migrationName(request.name);
  const set = await readSet(project);
  const version = versionFor(project, set, request);
  await refuseBegun(project);
  const known = set.baselines.find((file) => file.version === version);
  const file = request.writeFile && known === undefined ? await fileOfDatabase(project, version, request.name) : null;
  if (file !== null) await writeFiles(project, set, [file]);
  await onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), async ({ writer }) => {
      const fingerprint = fingerprintOf(await readLive(database));
      const base = `ddl/B${version}__${request.name}.sql`;
      const up = known ?? readMigration(file ?? { path: base, text: '-- The database as it was.\nSELECT;\n' });
      await createHistory(writer);
      await recordMarked(writer, [{ up, origin: 'baseline', fingerprintAfter: fingerprint }]);
    }),
  );
  return { version, file };
}

function versionFor(project: Project, set: MigrationSet, { version }: BaselineRequest): string {
  if (version === undefined) return timestampVersion(project.now);
  const parsed = parseVersion(version);
  if (parsed !== null) return parsed;
  throw new SchemaError('usage/invalid', `${JSON.stringify(version)} is no version`, {
    hint: `Use one such as ${set.pairs.at(-1)?.up.version ?? timestampVersion(project.now)}.`,
  });
}

async function refuseBegun(project: Project): Promise<void> {
  const { historySchema } = runOf(project);
  const recorded = await onDatabase(project, (database) => readRecorded({ database, schema: historySchema }));
  const row = recorded.baseline ?? newestApplied(recorded.rows);
  if (row === null) return;
  throw new SchemaError('migration/out-of-order', `the history of this database has begun: ${row.key} is applied`, {
    hint: 'A baseline is for a database without a history. For a faster start of new ones: schema checkpoint',
  });
}

async function fileOfDatabase(project: Project, version: string, name: string): Promise<MigrationFile | null> {
  const pair = await diffSources(project, { kind: 'empty' }, { kind: 'database', url: databaseUrl(project) });
  if (pair === null) return null;
  const unmanaged =
    pair.up.unmanaged.length === 0 ? [] : [`Not modeled, and not in here: ${pair.up.unmanaged.join(', ')}.`];
  const notes = ['Read from a live database; rows are not part of it.', ...unmanaged];
  return baselineFile({ version, name, notes, plan: pair.up, rows: [] });
}
