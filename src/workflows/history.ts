// `schema history`: the migrations, events and tags in the history of a database.
import { onDatabase } from '../migrations-folder/on-database.ts';
import { type HistoryEvent, readEvents } from '../runner/history/events.ts';
import { type HistoryRow, historyOf, readRecorded } from '../runner/history/history.ts';
import { readTags, type Tag } from '../runner/history/tags.ts';
import { historyOptions, type Project } from '../settings/project.ts';

export type { HistoryEvent } from '../runner/history/events.ts';
export type { HistoryRow } from '../runner/history/history.ts';
export type { Tag } from '../runner/history/tags.ts';

export interface HistoryReport {
  /** In the order in which they were applied. */
  readonly migrations: readonly HistoryRow[];
  readonly events: readonly HistoryEvent[];
  readonly tags: readonly Tag[];
}

/** Reads the whole history of the database. */
export const readHistoryReport = (project: Project): Promise<HistoryReport> =>
  onDatabase(
    project,
    async (database) => {
      const history = historyOf(database, historyOptions(project));
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
