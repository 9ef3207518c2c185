// A state of a database as a file, to compare with later: its catalog, and the profile of its server.
import { readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/catalog.ts';
import { parseCatalog, type StoredCatalog, storedCatalog } from '../catalog/stored.ts';
import { SchemaError } from '../errors.ts';
import { writeWhole } from '../files/text.ts';
import type { Profile } from '../scratch/profile.ts';

/** Changes with what a stored catalog holds. */
const FORMAT = 3;

export interface Snapshot {
  readonly catalog: Catalog;
  readonly profile: Profile;
}

/** Write what `readSnapshot` reads. A scratch server is nobody else's, so it stays out. */
export async function writeSnapshot(file: string, { catalog, profile }: Snapshot): Promise<void> {
  const { scratch: _, ...kept } = profile;
  const document = { snapshot: FORMAT, environment: kept, catalog: storedCatalog(catalog) };
  await writeWhole(file, `${JSON.stringify(document, null, 1)}\n`);
}

/** Errors: `usage/invalid` where the file can't be read, or was written by a version that reads catalogs otherwise. */
export async function readSnapshot(file: string): Promise<Snapshot> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SchemaError('usage/invalid', `cannot read snapshot ${file}`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Write one with: schema pull --snapshot FILE',
      cause,
    });
  });
  const document = parse(text);
  if (document?.snapshot !== FORMAT) {
    throw new SchemaError('usage/invalid', `${file} is no snapshot that this version can read`, {
      hint: 'Write it again with: schema pull --snapshot FILE',
    });
  }
  return { catalog: parseCatalog(document.catalog), profile: document.environment };
}

interface Document {
  readonly snapshot: unknown;
  readonly environment: Profile;
  readonly catalog: StoredCatalog;
}

function parse(text: string): Document | null {
  try {
    return JSON.parse(text) as Document | null;
  } catch {
    return null;
  }
}
