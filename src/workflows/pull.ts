// `schema pull`: writes desired files from a database, and checks that they load and plan to nothing.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { readStatements } from '../desired/statements.ts';
import { SchemaError } from '../errors.ts';
import { fileProblem, isMissing } from '../files/problems.ts';
import { writeWhole } from '../files/text.ts';
import { filesBelow, isHidden } from '../files/walk.ts';
import { WORDS } from '../kinds/words.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { planPair } from '../proof/plan-pair.ts';
import { inScratch } from '../scratch/furnish.ts';
import type { Profile } from '../scratch/profile.ts';
import { databaseUrl, type Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { holdsSecret, withoutSecrets } from '../sql/secrets.ts';
import { stepsOf } from '../states/build-steps.ts';
import { type Desired, readDesired } from '../states/desired.ts';
import { layOut, type PulledFile, type Split } from '../states/desired-layout.ts';
import { readLive } from '../states/live.ts';
import { readProfile, saveProfile } from '../states/profile.ts';
import { stepsToBuild } from '../states/scratch-catalog.ts';
import { writeSnapshot } from '../states/snapshot.ts';
import { statusOf } from './status.ts';

export interface PullRequest {
  readonly split: Split;
  /** Replace existing SQL files. */
  readonly force: boolean;
  /** The file for the profile, for plans without a server; null: none is written. */
  readonly environment: string | null;
}

export interface PullResult {
  readonly files: readonly PulledFile[];
  /** Objects of the database that no kind reads. */
  readonly unmanaged: readonly string[];
  /**
   * The differences between files and database: remaining statements, or the errors of loading the files in scratch.
   */
  readonly differences: readonly string[];
  readonly environment: string | null;
  /** Migrations that are not applied to the database: the files lack what they make. */
  readonly pending: readonly string[];
  /** Files that hold a password in plain text. */
  readonly secrets: readonly string[];
}

/**
 * Reads the database, writes desired files, and checks that they plan to nothing.
 * Errors: `plan/refused` where files exist and `force` is not set; those of reading and loading.
 */
export async function pull(project: Project, request: PullRequest): Promise<PullResult> {
  await loadParser();
  const there = await filesBelow(project.schemaDir, isDesired).catch((cause: unknown) => {
    if (isMissing(cause)) return [];
    throw fileProblem(project.schemaDir, 'read', cause);
  });
  if (there.length > 0 && !request.force) {
    throw new SchemaError('plan/refused', `${project.schemaDir} holds ${there.length} SQL files already`, {
      hint: 'Name another folder with --schema-dir, or replace them all with --force.',
    });
  }
  const { live, profile, pending } = await read(project);
  const style = { foreignKeysInline: true };
  const steps = await inScratch(profile, (scratch) => stepsToBuild(scratch, live, live, profile, style));
  const drafts = layOut(steps, live, request.split);
  project.report({ kind: 'phase', text: `loading ${drafts.length} files to compare them with the database` });
  const { files, desired, failure } = await loaded(project.schemaDir, drafts, profile);
  const differences = desired === null ? problemsOf(failure) : await differing(live, desired, profile);
  await write(project.schemaDir, there, files);
  if (request.environment !== null) await saveProfile(request.environment, profile);
  return {
    files,
    unmanaged: live.unmanaged,
    differences,
    environment: request.environment,
    pending,
    secrets: files.filter(({ text }) => holdsSecret(text)).map(({ path }) => path),
  };
}

/** pg_dump also turns off check_function_bodies: a body may be valid only with another search_path. */
const UNCHECKED =
  '-- Its bodies name objects by a search path that is not set here.\nSET check_function_bodies = off;\n\n';

/** Loads the files. A file whose routine bodies fail gets `SET check_function_bodies = off`. */
async function loaded(folder: string, drafts: readonly PulledFile[], profile: Profile) {
  let files = drafts;
  for (;;) {
    const named = files.map(({ path, text }) => ({ file: join(folder, path), text }));
    try {
      return { files, desired: await readDesired(readStatements(named, WORDS), profile), failure: null };
    } catch (error) {
      if (!(error instanceof SchemaError) || error.code !== 'desired/load') throw error;
      const places = new Set([error, ...error.others].map(({ location }) => location?.file));
      const failing = files.filter(
        ({ path, text, routines }) => routines && places.has(join(folder, path)) && !text.startsWith(UNCHECKED),
      );
      if (failing.length === 0) return { files, desired: null, failure: error };
      files = files.map((file) => (failing.includes(file) ? { ...file, text: UNCHECKED + file.text } : file));
    }
  }
}

/**
 * The errors of files that scratch can't load although the server has the objects, for example with another version.
 */
const problemsOf = (failure: SchemaError | null): string[] =>
  failure === null
    ? []
    : [failure, ...failure.others].map(({ message, location }) => `${location?.file}:${location?.line}: ${message}`);

/** The statements of a plan from the database to the files. */
async function differing(live: Catalog, desired: Desired, profile: Profile): Promise<string[]> {
  const after = { ...desired.catalog, context: live.context };
  const pair = await planPair(live, after, { allow: ['all'], profile, unproven: true });
  return pair === null ? [] : stepsOf(pair.up).map(({ sql }) => withoutSecrets(sql));
}

/** Reads the database and writes only a snapshot of it. */
export async function pullSnapshot(project: Project, file: string): Promise<void> {
  const { live, profile } = await read(project);
  await writeSnapshot(file, { catalog: live, profile });
}

async function read(project: Project) {
  return await withDatabase(databaseUrl(project), 'schema pull', async (database) => {
    project.report({ kind: 'phase', text: `reading ${database.label}` });
    const live = await readLive(database);
    const pending = await pendingOn(project, database);
    return { live, profile: await readProfile(project, database, live), pending };
  });
}

/** The paths of the pending migrations; none where the folder is not in order, which `validate` reports. */
async function pendingOn(project: Project, database: Database): Promise<readonly string[]> {
  try {
    const { entries } = await statusOf(project, database, await readSet(project, true));
    return entries.filter(({ state }) => PENDING.includes(state)).map(({ path }) => path);
  } catch (error) {
    if (error instanceof SchemaError) return [];
    throw error;
  }
}

const PENDING: readonly string[] = ['pending', 'outdated', 'out of order', 'failed', 'undone'];

const isDesired = (path: string): boolean => /\.sql$/i.test(path) && !isHidden(path);

async function write(folder: string, there: readonly string[], files: readonly PulledFile[]): Promise<void> {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path, text } of files) {
    await writeWhole(join(folder, path), text);
  }
  for (const path of there) if (!wanted.has(path)) await rm(join(folder, path));
}
