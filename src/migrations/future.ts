// Versions that are timestamps in the future, for validation of the folder.
import { SchemaError } from '../errors.ts';
import type { Migration } from './file.ts';

const DAY_MS = 86_400_000;

/** Whether a version is a timestamp (yyyyMMddHHmmss or yyyyMMddHHmm, UTC) more than 24 hours after `now`. */
export function isInFuture(version: string, now: Date): boolean {
  const at = timeOf(version);
  return at !== null && at > now.getTime() + DAY_MS;
}

/** Milliseconds since 1970; null where the version is no timestamp. */
function timeOf(version: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/.exec(version);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const same = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return same ? at.getTime() : null;
}

/** `migration/invalid-file` for each: migrations that others add until then would come before it. */
export const futureProblems = (migrations: readonly Migration[], now: Date): readonly SchemaError[] =>
  migrations
    .filter(({ version }) => isInFuture(version, now))
    .map(
      ({ path }) =>
        new SchemaError('migration/invalid-file', `the version of ${path} is more than 24 hours in the future`, {
          detail: `Now is ${now.toISOString()}. Migrations created until then would come before it, and run out of order.`,
          hint: 'Rename it and its undo: a version is the time in UTC at which a file is made (`schema new` gives one).',
        }),
    );
