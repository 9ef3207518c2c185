// A plan as a JSON document, for `--json` and for the summary on the terminal.
import type { AttributeChange } from '../diff/diff.ts';
import { readMigration } from '../migrations/file.ts';
import { workText } from '../migrations/step-text.ts';
import type { Action, Hazard, Plan, Reversibility, Step } from '../plan/plan.ts';
import type { PlannedPair } from './plan-pair.ts';

export interface StepDocument {
  readonly sql: string;
  readonly why: string;
  /** What the statement does to its subject: create, alter or drop. */
  readonly action: Action;
  readonly kind: string;
  readonly name: string;
  readonly subject: string;
  readonly folder: string;
  readonly transaction: boolean;
  readonly locks: readonly { readonly mode: string; readonly on: string }[];
  readonly hazards: readonly Hazard[];
  /** `rewrites app.users: 1,234 rows, 12 MB`, where the work grows with the rows. */
  readonly work: string | null;
  readonly loses: string | null;
  /** What changes of the subject, on the first statement that alters or recreates it. */
  readonly changes: readonly AttributeChange[];
  /** `schema/users.sql:12:3`. */
  readonly origin: string | null;
}

export interface PlanDocument {
  /** Fingerprints of the database before and after. */
  readonly before: string;
  readonly after: string;
  readonly reversibility: Reversibility;
  readonly notices: readonly string[];
  readonly statements: readonly StepDocument[];
  readonly undo: readonly StepDocument[];
}

export const planDocument = (pair: PlannedPair): PlanDocument => ({
  before: pair.up.before,
  after: pair.up.after,
  reversibility: pair.reversibility,
  notices: [...pair.up.notices, ...pair.down.notices],
  statements: stepDocuments(pair.up),
  undo: stepDocuments(pair.down),
});

const stepDocuments = (plan: Plan): StepDocument[] =>
  plan.batches.flatMap(({ transaction, steps }) => steps.map((step) => stepDocument(step, transaction)));

const stepDocument = (step: Step, transaction: boolean): StepDocument => ({
  sql: step.sql,
  why: step.why,
  action: step.action,
  kind: step.kind,
  name: step.name,
  subject: step.subject,
  folder: step.folder,
  transaction,
  locks: step.locks,
  hazards: step.hazards,
  work: workText(step),
  loses: step.loses ?? null,
  changes: step.changes ?? [],
  origin: step.origin === undefined ? null : `${step.origin.file}:${step.origin.line}:${step.origin.column}`,
});

/** The plan's id as in its files; null where no files were written. */
export function planIdOf(files: readonly { readonly path: string; readonly text: string }[]): string | null {
  const [first] = files;
  return first === undefined ? null : (readMigration(first).directives.plan?.id ?? null);
}
