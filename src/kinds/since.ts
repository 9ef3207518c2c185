// What an older server lacks, from a kind's `since`.
import type { Attributes, DbObject } from '../catalog/catalog.ts';
import type { Kind, Since } from './kind.ts';

/** What of the object the server lacks, as the first feature that it uses. */
export const lacking = (kind: Kind, object: DbObject, serverVersion: number): Since<Attributes> | undefined =>
  kind.since?.find(
    ({ major, feature, uses }) => feature !== undefined && serverVersion < major * 10_000 && (uses?.(object) ?? true),
  );

/** The attributes as a server of that version has them. */
export const attributesOn = (kind: Kind, attributes: Attributes, serverVersion: number): Attributes =>
  (kind.since ?? []).reduce(
    (known, { major, without }) => (without && serverVersion < major * 10_000 ? without(known) : known),
    attributes,
  );
