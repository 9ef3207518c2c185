// The approval of a run on a protected database, for `apply` and `undo`: a digest, or an answer at the prompt.
import { oneLine } from '../sql/shown.ts';
import type { RunResult } from '../workflows/apply.ts';
import { refuseHazardsOf } from '../workflows/running.ts';
import { count } from './progress.ts';
import type { Session } from './session.ts';

/** What would run, and the digest that stands for it. */
export interface Proposal {
  readonly digest: string;
  readonly files: RunResult['files'];
  /** `pending`, `to undo`. */
  readonly state: string;
}

/**
 * The digest to run with: the given one, or the digest that a person has just approved by typing the name of the
 * environment; undefined where no approval is needed. Null: the person typed something else. Raises
 * `runner/confirmation` without a terminal, `plan/hazard` where the run would be refused for its hazards.
 */
export async function approvedDigest(
  { settings, terminal }: Session,
  given: string | undefined,
  find: () => Promise<Proposal | null>,
): Promise<string | undefined | null> {
  const { protectedBy, environment } = settings;
  if (given !== undefined || protectedBy === null) return given;
  const proposal = await find();
  if (proposal === null) return undefined;
  const { digest, files, state } = proposal;
  // Nobody types a name for a run that is refused afterwards.
  refuseHazardsOf(files);
  const what = `${count(files.length, 'migration')} ${state}`;
  const where =
    environment === protectedBy
      ? `The environment ${protectedBy} is protected.`
      : `This is the database of the environment ${protectedBy}, which is protected.`;
  const list = files
    .map(({ path, statements }) => `  ${oneLine(path)} (${count(statements.length, 'statement')})`)
    .join('\n');
  const typed = await terminal.ask(`${where} ${what} with digest ${digest}:\n${list}\nTo go on, type ${protectedBy}:`, {
    detail: `${where} ${what}, digest ${digest}.`,
    hint: `Nothing ran. Review it, then approve exactly this: --approve ${digest}`,
  });
  return typed === protectedBy ? digest : null;
}
