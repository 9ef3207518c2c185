// The head of a generated file: facts for reviewers, then directives for the runner.
import type { Folder, Hazard, Lock, Reversibility, Step } from '../plan/plan.ts';
import { sentence } from '../sql/shown.ts';
import { fileName } from './names.ts';
import type { FileContent } from './pieces.ts';
import { comment, lockStrength, workText } from './step-text.ts';

/** The facts in the head of a file, besides its steps. */
export interface FileFacts {
  readonly kind: 'versioned' | 'undo';
  readonly version: string;
  readonly name: string;
  readonly folder: Folder;
  readonly planId: string;
  readonly part: number;
  readonly parts: number;
  readonly content: FileContent;
  readonly before?: string;
  readonly after?: string;
  readonly reversibility: Reversibility;
  /** In an undo file without statements: the version whose undo holds them. */
  readonly undoneWith?: string;
  /** Notes on the whole plan, for the reader of the first file. */
  readonly notices: readonly string[];
  readonly unmanaged: readonly string[];
}

const MOST_NAMES = 10;

/** The head, with one line feed at the end; the blank line after it belongs to the statements. */
export function fileHead(facts: FileFacts): string {
  const steps = facts.content.groups.flatMap((group) => group.steps);
  const sections = [
    introduction(facts),
    facts.notices.map((notice) => comment(`Note: ${notice}`)),
    facts.unmanaged.length === 0 ? [] : [comment(`Not modeled, left unchanged: ${someOf(facts.unmanaged)}.`)],
    list('Locks that block reads or writes:', lockLines(steps)),
    list('Work that grows with the rows:', unique(steps.flatMap((step) => workText(step) ?? []))),
    reversibilityLines(facts),
    hazardLines(steps),
    directiveLines(facts),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n--\n')}\n`;
}

function introduction(facts: FileFacts): string[] {
  const { version, name, planId, part, parts } = facts;
  const whole = parts === 1 ? `plan ${planId}` : `part ${part} of ${parts} of plan ${planId}`;
  if (facts.kind === 'versioned')
    return [comment(`${fileName('versioned', version, name)}: ${whole}`), ...shape(facts)];
  const lines = [comment(`${fileName('undo', version, name)}: undoes ${whole}`)];
  if (facts.undoneWith === undefined) return [...lines, ...shape(facts)];
  if (facts.undoneWith === version) return [...lines, comment('The plan has no undo statements.')];
  return [...lines, comment(`Undone together with V${facts.undoneWith}: this file holds no statement.`)];
}

/** How the file commits, where not in the plan's transaction, and that the undo files of a plan run together. */
function shape(facts: FileFacts): string[] {
  const lines: string[] = [];
  if (facts.kind === 'undo' && facts.parts > 1) {
    lines.push(
      comment('The undo files of a plan run together, the last version first: only the whole is its inverse.'),
    );
  }
  if (facts.content.mode === 'none') {
    lines.push(
      comment(
        'Not in one transaction: after a failure, run the same command again, and it continues where it stopped.',
      ),
    );
  }
  if (facts.content.mode === 'file') {
    lines.push(comment('Commits on its own: the plan needs several transactions.'));
  }
  return lines;
}

/** In a V file: what its undo can't restore. In a U file: what the undo loses. */
function reversibilityLines({ kind, reversibility, content }: FileFacts): string[] {
  if (reversibility.kind === 'irreversible') {
    return ['-- Undo: irreversible:', ...reversibility.why.map((why) => `-- schema:irreversible ${sentence(why)}`)];
  }
  if (kind === 'undo') {
    const lost = unique(content.groups.flatMap((group) => group.steps.flatMap((step) => step.loses ?? [])));
    return [
      ...(lost.length === 0 ? [comment('Loses no rows.')] : list('Loses what was written since the migration:', lost)),
      ...(reversibility.kind === 'loses data' ? list('Does not restore:', reversibility.what) : []),
    ];
  }
  if (reversibility.kind === 'lossless') return [comment('Undo: lossless; existing rows are kept.')];
  return list('Undo: loses data:', reversibility.what);
}

function lockLines(steps: readonly Step[]): string[] {
  const strongest = new Map<string, Lock>();
  for (const lock of steps.flatMap((step) => step.locks)) {
    const known = strongest.get(lock.on);
    if (lockStrength(lock.mode) > (known === undefined ? 0 : lockStrength(known.mode))) strongest.set(lock.on, lock);
  }
  return [...strongest.values()].sort(byStrength).map((lock) => `${lock.mode} on ${lock.on}`);
}

const byStrength = (a: Lock, b: Lock): number =>
  lockStrength(b.mode) - lockStrength(a.mode) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

function hazardLines(steps: readonly Step[]): string[] {
  const hazards = new Map<string, Hazard>();
  for (const hazard of steps.flatMap((step) => step.hazards)) {
    hazards.set(`${hazard.code} ${hazard.blocking} ${hazard.message}`, hazard);
  }
  const sorted = [...hazards.values()].sort(
    (a, b) => Number(b.blocking) - Number(a.blocking) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const blocking = unique(sorted.filter((hazard) => hazard.blocking).map((hazard) => hazard.code));
  const remedied = new Set<string>();
  const first = (remedy: string): boolean => !remedied.has(remedy) && remedied.add(remedy).size > 0;
  const lines = sorted.flatMap((hazard) => [
    `-- schema:hazard ${hazard.code}${hazard.blocking ? ' blocking' : ''}: ${sentence(hazard.message)}`,
    ...(hazard.remedy === undefined || !first(hazard.remedy) ? [] : [comment(`Remedy: ${hazard.remedy}`, '   ')]),
  ]);
  if (lines.length === 0) return ['-- Hazards: none.'];
  const title =
    blocking.length === 0
      ? 'Hazards, for information:'
      : `Hazards, refused unless run with --allow ${blocking.join(',')} or acknowledged here by a line like ` +
        `schema:ack ${blocking[0]} reason="…":`;
  return [comment(title), ...lines];
}

function directiveLines(facts: FileFacts): string[] {
  const lines = [`-- schema:plan ${facts.planId} ${facts.part}/${facts.parts}`];
  if (facts.before !== undefined) lines.push(`-- schema:before ${sentence(facts.before)}`);
  if (facts.after !== undefined) lines.push(`-- schema:after ${sentence(facts.after)}`);
  if (facts.content.mode !== 'plan') lines.push(`-- schema:transaction ${facts.content.mode}`);
  if (facts.undoneWith !== undefined) lines.push(`-- schema:undone-with V${facts.undoneWith}`);
  return lines;
}

const list = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`-- ${title}`, ...items.map((item) => comment(item, '   '))];

const someOf = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
