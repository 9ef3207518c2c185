// The instances of scratch in this process, and their end. By itself, so that what ends them need not load what they are.
import type { Scratch } from './interface.ts';

/** The warm instances of this process by server; '' is PGlite. */
export const warm = new Map<string, Promise<Scratch>>();
export const started = new Set<Scratch>();

/** End every instance of this process. */
export async function closeScratch(): Promise<void> {
  const starting = [...warm.values()];
  warm.clear();
  await Promise.allSettled(starting);
  const all = [...started];
  started.clear();
  await Promise.all(all.map((scratch) => scratch.close()));
}
