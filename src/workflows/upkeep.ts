// `schema repair`, `schema tag`, `schema history`: the history itself, read and corrected.
import { type HistoryEvent, readEvents } from '../runner/history/events.ts';
import { type HistoryRow, historyOf, readRecorded } from '../runner/history/history.ts';
import { deleteTag, readTags, setTag, type Tag } from '../runner/history/tags.ts';
import { findRepairs, type Repair, type RepairRequest, repair } from '../runner/repair.ts';
import { withLock } from '../runner/with-lock.ts';
import { type Project, runOf } from '../settings/project.ts';
import { onDatabase } from './status.ts';

export type { HistoryEvent } from '../runner/history/events.ts';
export type { HistoryRow } from '../runner/history/history.ts';
export type { Tag } from '../runner/history/tags.ts';
export type { Repair, RepairRequest } from '../runner/repair.ts';

const options = (project: Project) => {
  const { historySchema, lockWaitMs, lockTimeoutMs, role } = runOf(project);
  const { toolVersion } = project;
  return { toolVersion, historySchema, lockWaitMs, lockTimeoutMs, ...(role === null ? {} : { role }) };
};

/** Correct the history; without a request, say what could be corrected. */
export const repairHistory = (
  project: Project,
  request: RepairRequest & { readonly dryRun: boolean },
): Promise<readonly Repair[]> =>
  onDatabase(
    project,
    async (database, set) => {
      const { dryRun, reason, ...asked } = request;
      const history = historyOf(database, options(project));
      if (Object.keys(asked).length === 0) return findRepairs(set, await readRecorded(history));
      const said = reason === undefined ? asked : { ...asked, reason };
      return repair(database, { ...options(project), migrations: set, request: said, dryRun });
    },
    undefined,
    true,
  );

export interface HistoryReport {
  /** In the order in which they were applied. */
  readonly migrations: readonly HistoryRow[];
  readonly events: readonly HistoryEvent[];
  readonly tags: readonly Tag[];
}

/** All that the database knows of what ran on it. */
export const readHistoryReport = (project: Project): Promise<HistoryReport> =>
  onDatabase(
    project,
    async (database) => {
      const history = historyOf(database, options(project));
      const { rows, repeatables, baseline } = await readRecorded(history);
      const all = [...(baseline === null ? [] : [baseline]), ...rows, ...repeatables.values()];
      return {
        migrations: all.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0)),
        events: await readEvents(history),
        tags: await readTags(history),
      };
    },
    undefined,
    true,
  );

/** The tags that there are. */
export const listTags = (project: Project): Promise<readonly Tag[]> =>
  onDatabase(project, (database) => readTags(historyOf(database, options(project))), undefined, true);

/** Name the newest applied version. */
export const addTag = (project: Project, name: string): Promise<Tag> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', options(project), ({ writer }) => setTag(writer, name)),
  );

/** Take a tag away; false where there was none. */
export const removeTag = (project: Project, name: string): Promise<boolean> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', options(project), ({ writer }) => deleteTag(writer, name)),
  );
