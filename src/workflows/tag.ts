// `schema tag`: names for applied versions.
import { onDatabase } from '../migrations-folder/on-database.ts';
import { historyOf } from '../runner/history/history.ts';
import { deleteTag, readTags, setTag, type Tag } from '../runner/history/tags.ts';
import { withLock } from '../runner/with-lock.ts';
import { historyOptions, type Project } from '../settings/project.ts';

export type { Tag } from '../runner/history/tags.ts';

/** The existing tags. */
export const listTags = (project: Project): Promise<readonly Tag[]> =>
  onDatabase(project, (database) => readTags(historyOf(database, historyOptions(project))), undefined, true);

/** Gives the newest applied version a name. */
export const addTag = (project: Project, name: string): Promise<Tag> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), ({ writer }) => setTag(writer, name)),
  );

/** Removes a tag; false where there is none of that name. */
export const removeTag = (project: Project, name: string): Promise<boolean> =>
  onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), ({ writer }) => deleteTag(writer, name)),
  );
