// A state of a database as one baseline file (B…), which replaces all versions up to its own.
import type { Plan } from '../plan/plan.ts';
import type { MigrationFile } from './file.ts';
import { fileName } from './names.ts';
import { cutIntoPieces } from './pieces.ts';
import { comment, statementText, stepText } from './step-text.ts';

export interface BaselineFacts {
  readonly version: string;
  readonly name: string;
  /** Sentences for the head: the source of the state, and what the file does not contain. */
  readonly notes: readonly string[];
  /** The plan from an empty database to the state. */
  readonly plan: Plan;
  /** Statements that fill tables, after all others. */
  readonly rows: readonly string[];
}

/** The file in the folder `ddl`: in one transaction where possible, else with BEGIN and COMMIT around each. */
export function baselineFile({ version, name, notes, plan, rows }: BaselineFacts): MigrationFile {
  const base = fileName('baseline', version, name);
  const pieces = cutIntoPieces(plan);
  const together = pieces.every(({ transaction, commitAfter }) => transaction && !commitAfter);
  const bodies = statementText('SET LOCAL check_function_bodies = off');
  const framed = pieces.flatMap(({ transaction, steps }) => {
    const texts = steps.map(stepText);
    return transaction ? [statementText('BEGIN'), bodies, ...texts, statementText('COMMIT')] : texts;
  });
  const filled = rows.map(statementText);
  const body = together
    ? [bodies, ...pieces.flatMap(({ steps }) => steps.map(stepText)), ...filled]
    : [...framed, ...(filled.length === 0 ? [] : [statementText('BEGIN'), ...filled, statementText('COMMIT')])];
  const head = [
    comment(`${base}: replaces all migrations up to V${version} on a database that has none of them.`),
    ...notes.map((note) => comment(note)),
    ...(rows.length === 0 ? [`-- schema:after ${plan.after}`] : []),
    ...(together ? [] : ['-- schema:transaction none']),
  ];
  return { path: `ddl/${base}`, text: `${head.join('\n')}\n\n${body.join('\n')}` };
}
