// `schema tag`: names for versions that are applied.
import { onDatabase } from '../migrations-folder/on-database.ts';
import { historyOf } from '../runner/history/history.ts';
import { deleteTag, readTags, setTag, type Tag } from '../runner/history/tags.ts';
import { withLock } from '../runner/with-lock.ts';
import { historyOptions, type Project } from '../settings/project.ts';

export type { Tag } from '../runner/history/tags.ts';

/** The tags that there are. */
export const listTags = (project: Project): Promise<readonly Tag[]> =>
  onDatabase(project, (database) => readTags(historyOf(database, historyOptions(project))), undefined, true);

/** Name the newest applied version. */
export const addTag = (project: Project, name: string): Promise<Tag> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), ({ writer }) => setTag(writer, name)),
  );

/** Take a tag away; false where there was none. */
export const removeTag = (project: Project, name: string): Promise<boolean> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), ({ writer }) => deleteTag(writer, name)),
  );
