// A fresh database for one test, on a real server or in PGlite.
import { onTestFinished } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openPglite } from '#src/databases/pglite.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { edgeMajors, freshDatabase } from './database.ts';

export interface Target {
  /** One more session on the same database; PGlite has only one. */
  open(): Promise<Database>;
  close(): Promise<void>;
}

/** A target that is given up when the test ends. */
export async function use(fresh: () => Promise<Target>): Promise<Target> {
  const target = await fresh();
  onTestFinished(() => target.close());
  return target;
}

/** A database on the newest server, or on that of the major given. */
export async function freshServer(major: number = Math.max(...edgeMajors)): Promise<Target> {
  const fresh = await freshDatabase(major);
  const sessions: Database[] = [];
  return {
    open: async () => {
      const database = await connectPostgres(fresh.url);
      sessions.push(database);
      return database;
    },
    close: async () => {
      for (const session of sessions) await session.close();
      await fresh.drop();
    },
  };
}

async function freshPglite(): Promise<Target> {
  const database = await openPglite();
  return { open: async () => database, close: () => database.close() };
}

export const TARGETS: readonly { readonly name: string; readonly fresh: () => Promise<Target> }[] = [
  ...edgeMajors.map((major) => ({ name: `PostgreSQL ${major}`, fresh: () => freshServer(major) })),
  { name: 'PGlite', fresh: freshPglite },
];
