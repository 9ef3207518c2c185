// The database that a command changes: named before anything happens, and never the embedded one of a CI job that lacks
// its URL. For all commands that write.
import { SchemaError } from '../errors.ts';
import { databaseUrl } from '../settings/project.ts';
import { targetLabel } from '../workflows/target.ts';
import type { Session } from './session.ts';
import { canAsk } from './terminal.ts';

/** Prints host, database and role. Raises `usage/invalid` where the settings name no database, or none in CI. */
export function nameTarget({ settings, project, terminal }: Session): void {
  const url = databaseUrl(project);
  if (settings.urlIsDefault && isCi() && !canAsk(settings)) {
    throw new SchemaError('usage/invalid', 'nothing names a database, and this is a CI job', {
      detail: `Elsewhere it would be the embedded database, ${url}. Nothing ran.`,
      hint: 'Name it with --url, --env, SCHEMA_DATABASE_URL or DATABASE_URL (is a secret missing?); the embedded one too.',
    });
  }
  const { environment, protectedBy, run } = settings;
  const label = targetLabel(project);
  if (label === null) return;
  const role = run.role === null ? '' : `, as role ${run.role}`;
  const name = environment ?? protectedBy;
  const place = name === null ? '' : ` (${name}${protectedBy === null ? '' : ', protected'})`;
  terminal.event({ event: 'target', database: label, role: run.role, environment, protectedBy });
  terminal.note(`database ${label}${role}${place}`);
}

/** CI systems set CI to true or 1. */
const isCi = (): boolean => !['', '0', 'false'].includes((process.env['CI'] ?? '').toLowerCase());
