// The database that a project's commands work on, by name: for messages before anything happens.
import { labelOfUrl } from '../databases/place.ts';
import { databaseUrl, type Project } from '../settings/project.ts';

/**
 * `user@host:port/database`, or the URL of an embedded database. Null for a URL of another kind: opening it raises the
 * error. Raises `usage/invalid`, `config/invalid` where the settings name no database.
 */
export function targetLabel(project: Project): string | null {
  const url = databaseUrl(project);
  return /^(postgres(ql)?|pglite):\/\//i.test(url) ? labelOfUrl(url, process.env) : null;
}
