// The scratch instances of this process, for closing them without loading PGlite's code.
import type { Scratch } from './interface.ts';

/** The warm instances of this process by the URL of their server; '' is PGlite. */
export const warm = new Map<string, Promise<Scratch>>();
export const started = new Set<Scratch>();

/** Closes each instance of this process. */
export async function closeScratch(): Promise<void> {
  const starting = [...warm.values()];
  warm.clear();
  await Promise.allSettled(starting);
  const all = [...started];
  started.clear();
  await Promise.all(all.map((scratch) => scratch.close()));
}
