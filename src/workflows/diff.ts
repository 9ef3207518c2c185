// `schema diff`: the SQL that turns one state into another. Writes and runs nothing.
import { defined } from '../defined.ts';
import { type PlannedPair, planPair } from '../proof/plan-pair.ts';
import type { Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readSides, type Source } from '../states/sources.ts';

/** The pair of plans between two states, proven; null where the states agree. */
export async function diffSources(project: Project, before: Source, after: Source): Promise<PlannedPair | null> {
  await loadParser();
  const sides = await readSides(project, before, after);
  project.report({ kind: 'phase', text: 'planning and proving in scratch' });
  // No statement runs, so all hazards are accepted.
  return planPair(sides.before, sides.after, {
    allow: ['all'],
    profile: sides.profile,
    ...defined({ limits: project.scratchLimits }),
  });
}
