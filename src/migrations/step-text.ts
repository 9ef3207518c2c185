// One step of a plan as text: the sentence for reviewers, its locks, work and losses, and the statement.
import type { Step } from '../plan/plan.ts';
import { sentence } from '../sql/shown.ts';
import { sizeText } from './cost-text.ts';

const WIDTH = 116;

/** Modes that block somebody's reads or writes, weakest first (manual, section 13.3.1). */
const NOTABLE = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];

/** Strength of a lock mode: 0 for those that block neither reads nor writes. */
export const lockStrength = (mode: string): number => NOTABLE.indexOf(mode.toUpperCase()) + 1;

/** Comment and statement, with one line feed at the end. */
export function stepText(step: Step): string {
  const place = step.origin === undefined ? '' : ` (${step.origin.file}:${step.origin.line})`;
  const sentences = [comment(`${sentence(step.why).replace(/\.$/, '')}${place}.`)];
  const cost = costSentence(step);
  if (cost !== '') sentences.push(comment(cost));
  return `${sentences.join('\n')}\n${statementText(step.sql)}`;
}

/** The statement with its semicolon, on a line of its own where the last line has a comment. */
export function statementText(sql: string): string {
  const text = sql.trimEnd().replace(/\r\n?/g, '\n');
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return `${text}${lastLine.includes('--') ? '\n' : ''};\n`;
}

function costSentence(step: Step): string {
  const modes = new Map<string, string[]>();
  for (const { mode, on } of step.locks.filter((lock) => lockStrength(lock.mode) > 0)) {
    modes.set(mode, [...(modes.get(mode) ?? []), on]);
  }
  const locks = [...modes].map(([mode, on]) => `${shortList(on)} (${sentence(mode)})`);
  const parts = locks.length === 0 ? [] : [`Locks ${locks.join(', ')}.`];
  const work = workText(step);
  if (work !== null) parts.push(`${work.slice(0, 1).toUpperCase()}${work.slice(1)}.`);
  if (step.loses !== undefined) parts.push(`Loses ${sentence(step.loses)}.`);
  return parts.join(' ');
}

/** Names with commas; of many only the first ones, and how many there are. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, FEW).map(sentence).join(', ');
  return names.length <= FEW ? shown : `${shown} and ${names.length - FEW} more`;
}

const FEW = 3;

/** `rewrites app.users: 1,234 rows, 12 MB`; null where the work does not grow with the rows. */
export function workText(step: Step): string | null {
  if (step.work === undefined) return null;
  const verb = { rewrite: 'rewrites', scan: 'scans', 'index build': 'builds an index over' }[step.work];
  const [on = step.subject, ...others] = step.worksOn ?? [];
  const more = others.length === 0 ? '' : ` and ${shortList(others)}`;
  return `${verb} ${sentence(on)}${more}${step.size === undefined ? '' : `: ${sizeText(step.size)}`}`;
}

/**
 * A comment of one sentence, wrapped. Lines after the first are indented: only a line that begins with `-- schema:`
 * is a directive, so no name in the sentence can become one.
 */
export function comment(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = `--${indent === '' ? ' ' : indent}`;
  let empty = true;
  for (const word of sentence(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `--${indent}   ${word}`;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}
