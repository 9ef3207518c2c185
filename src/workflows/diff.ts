// `schema diff`: any two states, and the SQL that turns the first into the second. Nothing is written or run.
import { type PlannedPair, planPair } from '../proof/plan-pair.ts';
import type { Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readSides, type Source } from '../states/sources.ts';

/** Both ways between two states, proven; null where they agree. */
export async function diffSources(project: Project, before: Source, after: Source): Promise<PlannedPair | null> {
  await loadParser();
  const sides = await readSides(project, before, after);
  project.report({ kind: 'phase', text: 'planning and proving in scratch' });
  // Nothing runs, so nothing needs to be allowed.
  return planPair(sides.before, sides.after, { allow: ['all'], profile: sides.profile });
}
