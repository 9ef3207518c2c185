// The hazards that rules declare, weighed by what the plan creates and by the size of relations, for the steps of a
// plan.
import type { Size } from '../catalog/catalog.ts';
import type { Draft } from '../kinds/kind.ts';
import type { Hazard } from './plan.ts';

/** Below this size a scan, rewrite or index build is too short to block anybody for long (8 MB). */
const SMALL_BYTES = 8 * 1024 * 1024;

/** Families of hazards that grow with the rows: availability, failure on data, performance. */
const OF_ROWS = /^[AFP]/;

/** Hazards that can't concern a relation that the plan itself creates: no user relies on its privileges yet. */
const OF_USERS = /^S50[124]$/;

/**
 * A draft's hazards, weighed: hazards of rows are left out for a relation that the plan itself creates, and are
 * information for a small one. Loss of data stays blocking: rows may be written between planning and applying.
 */
export function hazardsOf(draft: Draft, isNew: boolean, size: Size | undefined): Hazard[] {
  const hazards = (draft.hazards ?? []).filter(
    (hazard) => !isNew || !(OF_ROWS.test(hazard.code) || OF_USERS.test(hazard.code)),
  );
  return hazards.map(({ code, message, remedy, blocking }) => {
    const small = size !== undefined && size.bytes < SMALL_BYTES;
    const demoted = isNew || (small && OF_ROWS.test(code));
    return { code, message, ...(remedy === undefined ? {} : { remedy }), blocking: blocking === true && !demoted };
  });
}
