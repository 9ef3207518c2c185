// The migrations folder of a project, for workflows: reading it, adding files, and the order of its migrations.
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { writeWhole } from '../files/text.ts';
import type { Migration, MigrationFile } from '../migrations/file.ts';
import { listingOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { resolveSet } from '../migrations/placeholders.ts';
import { renderSum, verifySum } from '../migrations/sum.ts';
import { NOTHING_RECORDED } from '../runner/history/history.ts';
import { selectPending } from '../runner/selection.ts';
import { type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readFolder, SUM_FILE } from './read-folder.ts';
import { inOrderOfNeeds } from './repeatable-needs.ts';

/**
 * The migrations folder, checked against its sum file; `unchecked`: without the check, for workflows that only read.
 */
export async function readSet(project: Project, unchecked = false): Promise<MigrationSet> {
  const listing = await readFolder(project.migrationsDir);
  const set = await ordered(readMigrations(listing.files));
  const problems = listing.sum === null ? [] : verifySum(listing.sum, set).problems;
  if (problems.length > 0 && !unchecked) throw SchemaError.all(problems);
  for (const { message } of problems) project.report({ kind: 'warning', text: message });
  return set;
}

/** The parser is loaded for repeatable migrations only: status of a folder with versions alone needs none. */
async function ordered(set: MigrationSet): Promise<MigrationSet> {
  if (set.repeatables.length < 2) return set;
  await loadParser();
  return { ...set, repeatables: inOrderOfNeeds(set.repeatables) };
}

/**
 * The migrations that an empty database runs, in order: the newest baseline, the later versions, the repeatable ones.
 */
export const inRunningOrder = (set: MigrationSet): readonly Migration[] =>
  selectPending(set, NOTHING_RECORDED, { labels: 'all' }).flatMap((unit) => unit.pending.map(({ up }) => up));

/** The same without a database that tells the values of placeholders. */
export function allMigrations(
  project: Project,
  set: MigrationSet,
  { role }: { readonly role: string },
): readonly Migration[] {
  const own = new Map([
    ['schema:user', role],
    ['schema:database', 'scratch'],
    ['schema:defaultSchema', 'public'],
    ['schema:environment', project.environment ?? ''],
    ['schema:timestamp', project.now.toISOString()],
  ]);
  const { placeholders } = runOf(project);
  const values = new Map([...own, ...placeholders.values]);
  return inRunningOrder(resolveSet(set, { ...placeholders, values }));
}

/** Adds files to the folder, and writes schema.sum for all of them. */
export async function writeFiles(project: Project, set: MigrationSet, files: readonly MigrationFile[]): Promise<void> {
  const all = readMigrations([...listingOf(set), ...files]);
  for (const file of files) await writeWhole(join(project.migrationsDir, file.path), file.text);
  await writeSum(project, all);
}

/** Writes schema.sum for the folder as it is. */
export const writeSum = (project: Pick<Project, 'migrationsDir'>, set: MigrationSet): Promise<void> =>
  writeWhole(join(project.migrationsDir, SUM_FILE), renderSum(set));
