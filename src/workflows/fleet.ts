// `schema fleet`: the same migrations on many databases, or on many schemas of one, several at a time.
import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { readTargets, type Target, type TargetSource } from '../databases/targets.ts';
import { SchemaError } from '../errors.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { gitCommit } from '../migrations-folder/git.ts';
import type { Deployment } from '../runner/history/record.ts';
import { readStatus, type Status } from '../runner/status.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { IDENTIFIER_BYTES, identifierBytes, quoteIdentifier } from '../sql/identifiers.ts';
import { loadParser } from '../sql/parser.ts';
import { applyOn } from './apply.ts';

export interface FleetRequest {
  readonly source: TargetSource;
  readonly only?: readonly string[];
  /** The number of targets at a time. */
  readonly parallel: number;
  /** Whether the run continues after a failed target. */
  readonly onError: 'continue' | 'stop';
  readonly signal?: AbortSignal;
  /** Called at the end of each target. */
  readonly onTarget: (result: TargetResult) => void;
}

export interface TargetResult {
  readonly id: string;
  readonly state: 'applied' | 'nothing pending' | 'pending' | 'failed' | 'not run';
  /** The newest applied version, including this run. */
  readonly version: string | null;
  readonly pending: number;
  readonly files: readonly string[];
  readonly error: { readonly code: string; readonly message: string; readonly sqlstate: string | null } | null;
  readonly ms: number;
}

export interface FleetReport {
  readonly deploymentId: string | null;
  /** In the order of the targets. */
  readonly results: readonly TargetResult[];
}

/**
 * Applies the pending migrations of each target. The state is in each target's own history, so the same command again
 * continues with the targets that failed or did not run.
 */
export async function fleetApply(project: Project, request: FleetRequest): Promise<FleetReport> {
  const deployment = { id: randomUUID(), gitCommit: await gitCommit(), host: hostname() };
  const results = await forEach(project, request, (target, database, set) =>
    applyTo(target, database, set, deployment),
  );
  return { deploymentId: deployment.id, results };
}

/** The status of each target. */
export async function fleetStatus(project: Project, request: FleetRequest): Promise<FleetReport> {
  const results = await forEach(project, request, async (target, database, set) => {
    const { historySchema, labels, placeholders } = runOf(target);
    const status = await readStatus(database, { migrations: set, historySchema, labels, placeholders });
    return { state: stateOf(status), version: newest(status), pending: status.pending, files: [] };
  });
  return { deploymentId: null, results };
}

const stateOf = ({ pending, entries }: Status): TargetResult['state'] => {
  if (entries.some(({ state }) => state === 'failed')) return 'failed';
  return pending === 0 ? 'nothing pending' : 'pending';
};

const newest = ({ entries }: Status): string | null =>
  entries.findLast(({ state, kind }) => state === 'applied' && kind === 'versioned')?.version ?? null;

type Outcome = Pick<TargetResult, 'state' | 'version' | 'pending' | 'files'>;

async function applyTo(
  target: Project,
  database: Database,
  set: MigrationSet,
  ofTenants: Deployment,
): Promise<Outcome> {
  const request = { dryRun: false, yes: false, onEvent: () => undefined, ofTenants };
  const { files } = await applyOn(target, request, database, set);
  const version = files.findLast((file) => /^\d/.test(file.version))?.version ?? null;
  const state = files.length === 0 ? 'nothing pending' : 'applied';
  return { state, version, pending: 0, files: files.map(({ path }) => path) };
}

async function forEach(
  project: Project,
  request: FleetRequest,
  work: (target: Project, database: Database, set: MigrationSet) => Promise<Outcome>,
): Promise<readonly TargetResult[]> {
  await loadParser();
  const set = await readSet(project);
  const targets = await readTargets(() => databaseUrl(project), request.source, request.only);
  const results = new Map<string, TargetResult>();
  let failed = false;
  const waiting = [...targets];
  const worker = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const stops = (failed && request.onError === 'stop') || request.signal?.aborted === true;
      const result = stops ? notRun(target) : await runOne(project, target, set, work);
      failed ||= result.state === 'failed';
      results.set(target.id, result);
      request.onTarget(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, request.parallel) }, worker));
  return targets.flatMap(({ id }) => results.get(id) ?? []);
}

const notRun = ({ id }: Target): TargetResult => ({
  id,
  state: 'not run',
  version: null,
  pending: 0,
  files: [],
  error: null,
  ms: 0,
});

async function runOne(
  project: Project,
  target: Target,
  set: MigrationSet,
  work: (target: Project, database: Database, set: MigrationSet) => Promise<Outcome>,
): Promise<TargetResult> {
  const began = performance.now();
  try {
    const name = `schema fleet ${target.id}`.slice(0, 60);
    const protectedBy = (await project.protectionOf?.(target.url)) ?? project.protectedBy ?? null;
    const own = { ...projectOf(project, target), protectedBy };
    const outcome = await withDatabase(target.url, name, (database) => work(own, database, set));
    return { id: target.id, ...outcome, error: null, ms: performance.now() - began };
  } catch (error) {
    const {
      code,
      message,
      sqlstate = null,
    } = error instanceof SchemaError ? error : { code: 'unexpected', message: String(error) };
    const failure = { code, message, sqlstate };
    return { ...notRun(target), state: 'failed', error: failure, ms: performance.now() - began };
  }
}

/** Tenants in one database do not wait for each other, since each has its own history and therefore its own lock. */
function projectOf(project: Project, { url, schema }: Target): Project {
  const run = runOf(project);
  if (schema === null) return { ...project, url, urlProblem: null };
  const searchPath = quoteIdentifier(schema);
  return {
    ...project,
    url,
    urlProblem: null,
    run: { ...run, searchPath, historySchema: historyOf(run.historySchema, schema) },
  };
}

function historyOf(historySchema: string, schema: string): string {
  const name = `${historySchema}_${schema}`;
  if (identifierBytes(name) <= IDENTIFIER_BYTES) return name;
  return `${historySchema}_${createHash('sha256').update(schema, 'utf8').digest('hex').slice(0, 16)}`;
}
