// `schema repair`: corrects the history.
import { onDatabase } from '../migrations-folder/on-database.ts';
import { historyOf, readRecorded } from '../runner/history/history.ts';
import { findRepairs, type Repair, type RepairRequest, repair } from '../runner/repair.ts';
import { historyOptions, type Project } from '../settings/project.ts';

export type { Repair, RepairRequest } from '../runner/repair.ts';

/** Corrects the history; without a request, reports what could be corrected. */
export const repairHistory = (
  project: Project,
  request: RepairRequest & { readonly dryRun: boolean },
): Promise<readonly Repair[]> =>
  onDatabase(
    project,
    async (database, set) => {
      const { dryRun, reason, ...asked } = request;
      const history = historyOf(database, historyOptions(project));
      if (Object.keys(asked).length === 0) return findRepairs(set, await readRecorded(history));
      const said = reason === undefined ? asked : { ...asked, reason };
      return repair(database, { ...historyOptions(project), migrations: set, request: said, dryRun });
    },
    undefined,
    true,
  );
