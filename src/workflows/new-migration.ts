// `schema new`: an empty pair of files to write by hand, for what no diff can know (rows, above all).
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MigrationFile } from '../migrations/file.ts';
import { readMigrations } from '../migrations/folder.ts';
import { fileName, migrationName, nextVersions } from '../migrations/names.ts';
import { renderSum } from '../migrations/sum.ts';
import type { Folder } from '../plan/plan.ts';
import { SUM_FILE } from '../runner/read-folder.ts';
import { readSet } from './migrations-folder.ts';
import type { Project } from './project.ts';

/** Write a V and a U file with the next version, and schema.sum. Paths of the result are relative to the folder. */
export async function newMigration(
  project: Project,
  request: { readonly name: string; readonly folder: Folder },
): Promise<readonly MigrationFile[]> {
  const name = migrationName(request.name);
  const set = await readSet(project);
  const existing = set.pairs.map(({ up }) => up.version);
  const [version = ''] = nextVersions(existing, project.now, 1);
  const files = (['versioned', 'undo'] as const).map((kind) => {
    const base = fileName(kind, version, name);
    return { path: `${request.folder}/${base}`, text: template(kind, base) };
  });
  const all = readMigrations([...set.pairs.flatMap(({ up, undo }) => (undo ? [up, undo] : [up])), ...files]);
  for (const file of files) {
    const path = join(project.migrationsDir, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.text, { encoding: 'utf8', flag: 'wx' });
  }
  await writeFile(join(project.migrationsDir, SUM_FILE), renderSum(all), 'utf8');
  return files;
}

/** It fails until it is written: an empty migration that was applied by mistake could not be filled in afterwards. */
const template = (kind: 'versioned' | 'undo', base: string): string => `-- ${base}: ${
  kind === 'versioned' ? 'say in one sentence what it does' : 'takes back what the V file does'
}.
--
-- It runs in a transaction of its own plan. For what may not (CREATE INDEX CONCURRENTLY) add a line like
--   schema:transaction none
-- When it is written, run: schema validate --update-sum

DO $$ BEGIN RAISE EXCEPTION '${base} is not written yet'; END $$;
`;
