// What a signal left behind, for the person who sent it: what is committed, what is rolled back, and how to go on.
import type { RunEvent } from '../workflows/apply.ts';

/** The run that a signal may interrupt, as far as its events tell. */
export interface Progress {
  direction: 'apply' | 'undo' | null;
  /** The paths of the files that are committed. */
  readonly committed: string[];
  /** The files that are begun and not committed. */
  open: { readonly path: string; readonly apart: boolean }[];
}

export const noProgress = (): Progress => ({ direction: null, committed: [], open: [] });

/** Takes note of an event. */
export function follow(progress: Progress, event: RunEvent): void {
  if (event.kind === 'migration started') {
    progress.direction = event.direction;
    // A transaction that is tried again begins its files again.
    const others = progress.open.filter(({ path }) => path !== event.path);
    progress.open = [...others, { path: event.path, apart: event.transaction === 'none' }];
  } else if (event.kind === 'migration finished') {
    progress.committed.push(event.path);
    progress.open = progress.open.filter(({ path }) => path !== event.path);
  }
}

/** Sentences about the state in which a signal left the database. */
export function stateText({ direction, committed, open }: Progress): string {
  if (direction === null) return 'No migration ran.';
  const lines = [
    committed.length === 0 ? 'Nothing of this run is committed.' : `Committed: ${committed.join(', ')}.`,
    ...open.map(({ path, apart }) =>
      apart
        ? `${path} stopped part-way: what its statements committed stays, and is recorded.`
        : `${path} is rolled back: nothing of it stays.`,
    ),
    `The lock is released. To go on: schema ${direction}`,
  ];
  return lines.join('\n');
}
