// `schema new`: creates migrations to write by hand, for changes that no diff can find, such as rows.
import { SchemaError } from '../errors.ts';
import type { MigrationFile } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { fileName, migrationName, nextVersions, parseVersion, repeatableName } from '../migrations/names.ts';
import { readSet, writeFiles } from '../migrations-folder/folder.ts';
import type { Folder } from '../plan/plan.ts';
import type { Project } from '../settings/project.ts';

export interface NewRequest {
  readonly name: string;
  readonly folder: Folder;
  /** `versioned`: a V file with its U file. */
  readonly type: 'versioned' | 'undo' | 'repeatable' | 'baseline';
  /** Absent: the next version; for an undo file the newest version without one. */
  readonly version?: string;
}

/**
 * Writes files that raise an error until they are completed, and schema.sum. Paths in the result are relative to the
 * folder.
 */
export async function newMigration(project: Project, request: NewRequest): Promise<readonly MigrationFile[]> {
  const name = migrationName(request.name);
  const set = await readSet(project);
  const files = basesOf(project, set, { ...request, name }).map(({ base, path, what }) => ({
    path: path ?? `${request.folder}/${base}`,
    text: template(base, what),
  }));
  await writeFiles(project, set, files);
  return files;
}

interface NewFile {
  readonly base: string;
  readonly what: string;
  readonly path?: string;
}

function basesOf(project: Project, set: MigrationSet, request: NewRequest): readonly NewFile[] {
  const { type, name } = request;
  if (type === 'repeatable') {
    return [{ base: repeatableName(name), what: 'runs again whenever this file changes, so that it must bear that' }];
  }
  if (type === 'undo') return [undoOf(set, request)];
  const existing = [...set.pairs.map(({ up }) => up.version), ...set.baselines.map(({ version }) => version)];
  const given = request.version === undefined ? undefined : parseVersion(request.version);
  if (given === null) throw new SchemaError('usage/invalid', `${JSON.stringify(request.version)} is no version`);
  const version = given ?? nextVersions(existing, project.now, 1)[0] ?? '';
  if (type === 'baseline') {
    return [
      { base: fileName('baseline', version, name), what: `makes on an empty database what all up to V${version} make` },
    ];
  }
  return [
    { base: fileName('versioned', version, name), what: 'say in one sentence what it does' },
    { base: fileName('undo', version, name), what: 'takes back what the V file does' },
  ];
}

function undoOf(set: MigrationSet, { version }: NewRequest): NewFile {
  const wanted = version === undefined ? null : parseVersion(version);
  const pair = set.pairs.findLast(
    ({ up, undo }) => undo === undefined && (version === undefined || up.version === wanted),
  );
  if (pair === undefined) {
    throw new SchemaError('usage/invalid', 'there is no migration without an undo', { hint: 'See `schema status`.' });
  }
  const path = pair.up.path.replace(/(^|\/)V([^/]*)$/, '$1U$2');
  return { base: path.slice(path.lastIndexOf('/') + 1), path, what: `takes back ${pair.up.path}` };
}

/** The text raises an error: an empty migration that was applied by mistake could not be completed later. */
const template = (base: string, what: string): string => `-- ${base}: ${what}.
--
-- It runs in a transaction of its own plan. For what may not (CREATE INDEX CONCURRENTLY) add a line like
--   schema:transaction none
-- When it is written, run: schema validate --update-sum

DO $$ BEGIN RAISE EXCEPTION '${base} is not written yet'; END $$;
`;
