// `schema undo`: undoes plans, the newest first, or those that are named.
import { coexisting } from '../adoption/flyway/coexist.ts';
import { defined } from '../defined.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import type { RunResult } from '../runner/apply.ts';
import { undo, undoOfPending } from '../runner/undo.ts';
import type { Project } from '../settings/project.ts';
import { otherHistory, type RunRequest, runnerOptions, verifiedInScratch } from './running.ts';

/** Undoes the newest plans, or those in the request. */
export const undoApplied = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(
    project,
    async (database, set) => {
      const { plan, toTag, toDate, ofDeployment, force } = request;
      const options = {
        ...(await runnerOptions(project, request, database, set)),
        allow: request.yes ? ['all'] : project.allow,
        ...defined({ plan, toTag, toDate, ofDeployment, force, approve: request.approve }),
      };
      if (request.pending === true) return undoOfPending(database, options);
      const result = await coexisting(database, otherHistory(project, request), (also) =>
        undo(database, { ...options, ...also }),
      );
      return verifiedInScratch(project, database, result);
    },
    request.signal,
  );
