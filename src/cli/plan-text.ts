// Prints a plan on the terminal, for `plan` and the call without a command.
import { type PlanDocument, planDocument, type StepDocument } from '../proof/plan-document.ts';
import { oneLine } from '../sql/shown.ts';
import type { PlanResult } from '../workflows/plan.ts';
import { changeText } from './changes-text.ts';
import { count } from './progress.ts';
import type { Palette } from './shown.ts';

const MOST_STEPS = 60;
const MOST_NAMES = 20;
const FEW_NAMES = 5;

/** Lock modes that block reads or writes (manual, section 13.3.1), the weakest first. */
const NOTABLE = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];

export interface PlanTextOptions {
  readonly paint: Palette;
  readonly verbose: boolean;
}

/** Summary, steps, hazards, notices, pending migrations and unmanaged objects. The caller prints the files. */
export function planText(result: PlanResult, { paint, verbose }: PlanTextOptions): string {
  if (result.pair === null) return [...pendingLines(result), ...unmanagedLines(result, paint)].join('\n');
  const plan = planDocument(result.pair);
  const sections = [
    [paint.bold(headline(plan, result))],
    stepLines(plan.statements, paint, verbose),
    lockLines(plan.statements),
    hazardLines(plan.statements, paint),
    undoLines(plan.undo, verbose),
    plan.notices.map((notice) => `${paint.yellow('note')}: ${oneLine(notice)}`),
    pendingLines(result),
    unmanagedLines(result, paint),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function headline(plan: PlanDocument, { files }: PlanResult): string {
  const pairs = files.filter((file) => /(^|\/)V[^/]*$/.test(file.path)).length;
  return `${count(plan.statements.length, 'statement')} in ${count(pairs, 'file')}; undo: ${reversible(plan)}`;
}

function reversible({ reversibility }: PlanDocument): string {
  if (reversibility.kind === 'lossless') return 'lossless';
  const [verb, names] =
    reversibility.kind === 'loses data' ? ['loses', reversibility.what] : ['irreversible:', reversibility.why];
  return `${verb} ${some(names, FEW_NAMES)}`;
}

function stepLines(steps: readonly StepDocument[], paint: Palette, verbose: boolean): string[] {
  const shown = steps.slice(0, verbose ? steps.length : MOST_STEPS);
  const lines = shown.flatMap((step) => {
    const place = step.origin === null ? '' : paint.dim(`  ${oneLine(step.origin).replace(/:\d+$/, '')}`);
    const line = `  ${mark(step, paint)} ${oneLine(step.why).replace(/\.$/, '')}${place}`;
    const changed = step.changes.map((change) => paint.dim(`      ${changeText(change)}`));
    return [line, ...changed, ...(verbose ? step.sql.split('\n').map((text) => `      ${text}`) : [])];
  });
  const more = steps.length - shown.length;
  return more === 0 ? lines : [...lines, `  … and ${more} more`];
}

function mark({ action }: StepDocument, paint: Palette): string {
  if (action === 'create') return paint.green('+');
  return action === 'drop' ? paint.red('-') : paint.yellow('~');
}

/** One line per relation: its strongest lock, and the work that grows with its rows. */
function lockLines(steps: readonly StepDocument[]): string[] {
  const strongest = new Map<string, number>();
  for (const lock of steps.flatMap((step) => step.locks)) {
    const strength = NOTABLE.indexOf(lock.mode.toUpperCase());
    if (strength >= 0) strongest.set(lock.on, Math.max(strength, strongest.get(lock.on) ?? 0));
  }
  const locks = [...strongest].map(([on, strength]) => `  ${oneLine(on)}: ${NOTABLE[strength]}`);
  const work = [...new Set(steps.flatMap((step) => step.work ?? []))].map((text) => `  ${oneLine(text)}`);
  return [
    ...(locks.length === 0 ? [] : ['Locks that block reads or writes:', ...cut(locks)]),
    ...(work.length === 0 ? [] : ['Work that grows with the rows:', ...cut(work)]),
  ];
}

const cut = (lines: readonly string[]): string[] =>
  lines.length <= MOST_NAMES
    ? [...lines]
    : [...lines.slice(0, MOST_NAMES), `  … and ${lines.length - MOST_NAMES} more`];

function hazardLines(steps: readonly StepDocument[], paint: Palette): string[] {
  const hazards = steps.flatMap((step) => step.hazards);
  if (hazards.length === 0) return [];
  const lines = hazards.map((hazard) => {
    const code = hazard.blocking ? paint.red(`${hazard.code} blocking`) : `${hazard.code}`;
    return `  ${code}: ${oneLine(hazard.message)}${hazard.remedy === undefined ? '' : `. Remedy: ${hazard.remedy}`}`;
  });
  const codes = [...new Set(hazards.filter((hazard) => hazard.blocking).map((hazard) => hazard.code))].sort();
  const advice = codes.length === 0 ? [] : [`  Refused unless run with --allow ${codes.join(',')}`];
  return ['Hazards:', ...cut([...new Set(lines)]), ...advice];
}

/** The hazards of the down plan, for which `undo` will ask. */
function undoLines(steps: readonly StepDocument[], verbose: boolean): string[] {
  const hazards = steps.flatMap((step) => step.hazards).filter((hazard) => hazard.blocking);
  if (hazards.length === 0) return [];
  const lines = hazards.map((hazard) => `  ${hazard.code}: ${oneLine(hazard.message)}`);
  const shown = lines.slice(0, verbose ? lines.length : FEW_NAMES);
  const more = lines.length - shown.length;
  return ['Undoing it asks first (or takes --allow):', ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

function pendingLines({ pending }: PlanResult): string[] {
  return pending.length === 0
    ? []
    : ['Pending migrations, taken as done:', ...pending.map((path) => `  ${oneLine(path)}`)];
}

function unmanagedLines({ unmanaged }: PlanResult, paint: Palette): string[] {
  return unmanaged.length === 0
    ? []
    : [`${paint.yellow('Not modeled, left unchanged')}: ${some(unmanaged, MOST_NAMES)}`];
}

function some(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).map(oneLine).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Prints the written files. */
export function writtenText(result: PlanResult, migrationsDir: string): string {
  const paths = result.files.map((file) => `${migrationsDir.replace(/\/+$/, '')}/${file.path}`);
  return ['Written:', ...paths.map((path) => `  ${path}`)].join('\n');
}

/** The JSON document of `plan --json` and of the call without a command. */
export function planResultDocument(result: PlanResult, planId: string | null, written: boolean) {
  return {
    different: result.pair !== null,
    planId,
    plan: result.pair === null ? null : planDocument(result.pair),
    files: result.files,
    written,
    pending: result.pending,
    unmanaged: result.unmanaged,
  };
}
