// What the words of desired files do not bring about, for plans: CONCURRENTLY.
import type { Location } from '../errors.ts';
import { locateIn } from '../sql/source.ts';
import { isConcurrent } from './sendable.ts';
import type { DesiredStatement } from './statements.ts';

/** A note for each statement with CONCURRENTLY at one of the places, which are those of the statements of a plan. */
export function concurrentNotes(
  statements: readonly DesiredStatement[],
  places: readonly (Location | undefined)[],
): readonly string[] {
  const planned = new Set(places.map((place) => `${place?.file}:${place?.line}`));
  return statements.filter(isConcurrent).flatMap((statement) => {
    const { file, line } = locateIn(statement.source, statement.start);
    const note =
      'CONCURRENTLY has no effect in a desired file: the plan runs the statement in its transaction, which blocks writes. ' +
      'To avoid that, write the migration by hand (schema new, -- schema:transaction none)';
    return planned.has(`${file}:${line}`) ? [`${file}:${line}: ${note}`] : [];
  });
}
