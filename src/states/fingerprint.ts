// The fingerprint of a whole catalog, which the history and plans record.
import { fingerprint } from '../catalog/canonical.ts';
import type { Catalog, DbObject } from '../catalog/catalog.ts';
import { ignoredAttribute, kindsByName } from '../diff/diff.ts';
import { KINDS } from '../kinds/index.ts';
import { attributesOn } from '../kinds/since.ts';

const OWNERS_OF_MEMBERS = new Set(KINDS.filter((kind) => kind.traits?.ownsMembers).map((kind) => kind.name));

const BY_NAME = kindsByName(KINDS);
const isIgnored = ignoredAttribute(BY_NAME);
const OLDEST_SERVER = 140000;

/**
 * As the oldest server would have it: what only newer ones know must not tell two equal databases apart. What is not
 * always compared does not count.
 */
function plainest(catalog: Catalog): Catalog {
  const counted = [...catalog.objects].filter(([, { kind }]) => !BY_NAME.get(kind)?.optIn);
  const objects = new Map(
    counted.map(([key, object]): [typeof key, DbObject] => {
      const kind = BY_NAME.get(object.kind);
      const attributes = kind ? attributesOn(kind, object.attributes, OLDEST_SERVER) : object.attributes;
      const grants = object.grants?.filter((grant) => grant.privilege !== 'MAINTAIN') ?? null;
      return [key, { ...object, attributes, grants }];
    }),
  );
  return { ...catalog, objects };
}

/** The fingerprint of a whole catalog. The version of an extension is the server's affair, so it does not count. */
export const fingerprintOf = (catalog: Catalog): string =>
  fingerprint(
    plainest(catalog),
    (kind, attribute) => isIgnored(kind, attribute) || (OWNERS_OF_MEMBERS.has(kind) && attribute === 'version'),
  );
