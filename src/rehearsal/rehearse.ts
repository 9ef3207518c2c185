// `schema test clean`, and what all tests share: the runner applies the migrations to a temporary database.
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import { readDesiredFiles } from '../desired/read-files.ts';
import { type DesiredStatement, readStatements } from '../desired/statements.ts';
import { SchemaError } from '../errors.ts';
import { WORDS } from '../kinds/words.ts';
import type { MigrationSet, MigrationUnit } from '../migrations/folder.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { planPair } from '../proof/plan-pair.ts';
import { type Check, check } from '../report/checks.ts';
import { apply } from '../runner/apply.ts';
import type { RunEvent } from '../runner/events.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { stepsOf } from '../states/build-steps.ts';
import { desiredOf, managedBy } from '../states/desired.ts';
import { readLive } from '../states/live.ts';
import { profileOf, readProfile, savedProfile } from '../states/profile.ts';
import { onTestDatabase, type TestDatabase, type TestPlace } from './test-database.ts';

export type { Check } from '../report/checks.ts';

/** The options of a run in a test: all hazards are allowed, and no other runner exists. */
export const testRun = (
  project: Project,
  migrations: MigrationSet,
  { role }: Pick<TestDatabase, 'role'>,
  report: (event: RunEvent) => void = () => {},
) => ({
  migrations,
  toolVersion: project.toolVersion,
  allow: ['all'],
  labels: 'all',
  late: 'allow' as const,
  now: project.now,
  historySchema: runOf(project).historySchema,
  placeholders: runOf(project).placeholders,
  ownPlaceholders: ownPlaceholders(project),
  lockTimeoutMs: 0,
  attempts: 1,
  report,
  ...defined({ role }),
});

/** Runs all migrations on an empty database and compares it with the desired files. */
export async function testClean(project: Project, place: TestPlace = {}): Promise<readonly Check[]> {
  await loadParser();
  const set = await readSet(project);
  if (set.pairs.length + set.baselines.length + set.repeatables.length === 0) {
    return [check('clean', 'migrations', 'note', `there are none in ${project.migrationsDir}`)];
  }
  return onTestDatabase(project, set, place, async (test) => {
    const { database, place: where } = test;
    project.report({ kind: 'phase', text: `running ${set.pairs.length} migrations on an empty database (${where})` });
    const ran = await applyAll(project, set, test);
    if (ran.some(({ state }) => state === 'problem')) return ran;
    return [...ran, await desiredCheck(project, database, place)];
  });
}

/** One check for each file that ran, and one for the file that failed. */
async function applyAll(project: Project, set: MigrationSet, test: TestDatabase): Promise<readonly Check[]> {
  const checks: Check[] = [];
  let current = '';
  try {
    await apply(
      test.database,
      testRun(project, set, test, (event) => {
        if (event.kind === 'migration started') current = event.path;
        if (event.kind === 'migration finished') {
          checks.push(check('clean', event.path, 'ok', 'runs on an empty database', { ms: event.ms }));
        }
      }),
    );
    return checks;
  } catch (error) {
    return [...checks, failedCheck('clean', current === '' ? 'migrations' : current, error)];
  }
}

/** The failed check of a migration's error; other errors are raised. */
export function failedCheck(group: string, name: string, error: unknown): Check {
  if (!(error instanceof SchemaError)) throw error;
  const { location, detail } = error;
  const place = location === undefined ? [] : [`${location.file}:${location.line}:${location.column}`];
  const details = [...place, ...(detail === undefined ? [] : [detail]), ...error.others.map(({ message }) => message)];
  return check(group, name, 'problem', error.message, { details, remedy: error.hint ?? null });
}

/** Checks that the database equals the desired state. */
async function desiredCheck(project: Project, database: Database, place: TestPlace): Promise<Check> {
  const name = 'agrees with the desired files';
  const statements = await desiredStatements(project);
  if (statements === null) return check('clean', name, 'note', `there are none in ${project.schemaDir}`);
  const began = performance.now();
  const live = await readLive(database, managedBy(statements));
  const onServer = (place.on ?? project.scratch) !== null;
  const profile = onServer
    ? await readProfile(project, database, live, statements)
    : {
        ...(await savedProfile({ ...project, scratch: null })),
        ...pgliteRoles(live),
        managed: managedBy(statements),
      };
  const desired = await desiredOf(project, statements, profile);
  const pair = await planPair(
    live,
    { ...desired.catalog, context: live.context },
    {
      origin: desired.origin,
      allow: ['all'],
      profile,
      unproven: true,
    },
  );
  const ms = performance.now() - began;
  if (pair === null) return check('clean', name, 'ok', 'nothing is left to plan', { ms });
  const details = stepsOf(pair.up).map(({ sql }) => sql.split('\n')[0] ?? '');
  return check('clean', name, 'problem', `${details.length} statements are missing from the migrations`, {
    details: details.slice(0, 20),
    remedy: 'schema plan writes them (or undo the edit of the desired files).',
    ms,
  });
}

const pgliteRoles = (live: Catalog) => ({ roles: profileOf(live).roles });

async function desiredStatements(project: Project): Promise<readonly DesiredStatement[] | null> {
  try {
    return readStatements(await readDesiredFiles(project.schemaDir), WORDS, {
      note: (text) => project.report({ kind: 'warning', text }),
      allowDo: project.allowDo,
      ...(project.roles === 'manage' ? { roles: 'manage' as const } : {}),
    });
  } catch (error) {
    if (error instanceof SchemaError && error.code === 'desired/missing-folder') return null;
    throw error;
  }
}

/** The last version of a unit, for `apply --to`. */
export const lastVersion = ({ pairs }: MigrationUnit): string => pairs.at(-1)?.up.version ?? '0';
