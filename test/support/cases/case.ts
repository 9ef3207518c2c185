// A case is a folder: the schema before, the schema after, and the two migrations that must come out of them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '#src/catalog/catalog.js';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import { statementText, stepText } from '#src/migrations/step-text.js';
import type { Plan, Reversibility, Step } from '#src/plan/plan.js';
import { type PlannedPair, planPair } from '#src/proof/plan-pair.js';
import type { Profile } from '#src/scratch/profile.js';
import { readDesired } from '#src/states/desired.js';

/** What `options.json` of a case may say. */
export interface CaseOptions {
  /** A part of the message of the error that the plan ends in; such a case has no up.sql and no down.sql. */
  readonly refused?: string;
  /** `server_version_num` of the server that the migrations are for; 18 where absent. */
  readonly serverVersion?: number;
  /** Statements about roles are loaded, and the roles compared. */
  readonly roles?: 'manage';
  /** What the observer still sees on real servers, and why no SQL can do better. A case that shows it no more fails. */
  readonly remains?: { readonly difference: string; readonly because: string };
  /** Real servers that are not given the case: those below a major, or all; with the reason. */
  readonly servers?: { readonly from?: number; readonly never?: true; readonly because: string };
  readonly expect?: {
    /** Nothing is to be done: no up.sql, no down.sql. */
    readonly nothing?: boolean;
    readonly reversibility?: Reversibility['kind'];
    /** Statements of the migration. */
    readonly steps?: number;
  };
}

export interface Case {
  /** `table-column/retyped-under-views` */
  readonly name: string;
  /** The name of its kind as a folder: the spaces are hyphens. */
  readonly kind: string;
  /** The first comment of after.sql. */
  readonly title: string;
  readonly folder: string;
  readonly before: string;
  readonly after: string;
  readonly seed: string | undefined;
  readonly options: CaseOptions;
}

const HERE = fileURLToPath(new URL('../../cases/', import.meta.url));

/** Roles that every case may name. */
export const ROLES: readonly string[] = ['auditor', 'Front Desk', 'keeper', 'reader', 'writer'];

/** Tablespaces that every case may name. */
export const TABLESPACES: readonly string[] = ['fast', 'Slow Disk'];

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Every case below test/cases, by name. */
export function readCases(): Case[] {
  return folders(HERE).flatMap((kind) => folders(join(HERE, kind)).map((name) => readCase(`${kind}/${name}`)));
}

/** One case by its name. */
export function readCase(name: string): Case {
  const folder = join(HERE, name);
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const optional = (file: string): string | undefined => (existsSync(join(folder, file)) ? text(file) : undefined);
  const after = text('after.sql');
  return {
    name,
    kind: name.slice(0, name.indexOf('/')),
    title: /^-- (.*)/.exec(after)?.[1] ?? name,
    folder,
    before: text('before.sql'),
    after,
    seed: optional('seed.sql'),
    options: JSON.parse(optional('options.json') ?? '{}') as CaseOptions,
  };
}

const environmentFor = ({ options }: Case): Profile => ({
  serverVersion: options.serverVersion ?? 180000,
  role: 'postgres',
  roles: ROLES,
  tablespaces: TABLESPACES,
});

export interface LoadedCase {
  readonly before: Catalog;
  readonly after: Catalog;
}

/** Both schemas, loaded. `loadParser()` must have been awaited. Scratch knows no sizes, so no hazard is weighed down. */
export async function loadCase(item: Case): Promise<LoadedCase> {
  const environment = environmentFor(item);
  const options = item.options.roles ? { roles: item.options.roles } : {};
  const load = async (file: string, text: string): Promise<Catalog> => {
    const { catalog } = await readDesired(readStatements([{ file, text }], WORDS, options), environment);
    return { ...catalog, sizes: new Map() };
  };
  return { before: await load('before.sql', item.before), after: await load('after.sql', item.after) };
}

/** What its plan is to become. */
export const outcomeOf = ({ options }: Case): 'planned' | 'refused' | 'nothing' =>
  options.refused !== undefined ? 'refused' : options.expect?.nothing === true ? 'nothing' : 'planned';

/** Planned and proven, whatever the hazards. */
export const planCase = ({ before, after }: LoadedCase): Promise<PlannedPair | null> =>
  planPair(before, after, { allow: ['all'] });

/** The text of up.sql and down.sql. */
export function caseTexts({ up, down, reversibility }: PlannedPair): { readonly up: string; readonly down: string } {
  const undo = reversibility.kind === 'lossless' ? 'lossless' : `${reversibility.kind}:`;
  const lost = reversibility.kind === 'loses data' ? reversibility.what.map((what) => `--   ${what}`) : [];
  const head = [`-- Undo: ${undo}`, ...lost, ...up.notices.map((notice) => `-- Note: ${notice}`)].join('\n');
  return { up: `${head}\n\n${planText(up)}`, down: planText(down) };
}

const planText = (plan: Plan): string =>
  plan.batches
    .map((batch) => {
      const steps = batch.steps.map(stepWithHazards).join('\n');
      const head = batch.transaction ? '' : '-- OUTSIDE A TRANSACTION\n\n';
      return `${head}${steps}${batch.commitAfter ? '\n-- COMMIT\n' : ''}`;
    })
    .join('\n');

function stepWithHazards(step: Step): string {
  const statement = statementText(step.sql);
  const comments = stepText(step).slice(0, -statement.length);
  const hazards = step.hazards.map(
    ({ code, blocking, message }) => `-- Hazard ${code}${blocking ? ', blocking' : ''}: ${message}.\n`,
  );
  return `${comments}${hazards.join('')}${statement}`;
}
