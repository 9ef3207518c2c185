// Features that the destination lacks, from `Kind.since`, for refusals and for attributes on older servers.
import type { Attributes, DbObject } from '../catalog/catalog.ts';
import type { Kind, Since } from './kind.ts';

/** The first feature that the object uses and the server lacks. */
export const lacking = (kind: Kind, object: DbObject, serverVersion: number): Since<Attributes> | undefined =>
  kind.since?.find(
    ({ major, feature, uses }) => feature !== undefined && serverVersion < major * 10_000 && (uses?.(object) ?? true),
  );

/** The attributes as a server of that version stores them. */
export const attributesOn = (kind: Kind, attributes: Attributes, serverVersion: number): Attributes =>
  (kind.since ?? []).reduce(
    (known, { major, without }) => (without && serverVersion < major * 10_000 ? without(known) : known),
    attributes,
  );
