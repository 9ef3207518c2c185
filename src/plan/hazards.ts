import type { Size } from '../catalog/catalog.ts';
import type { Draft } from '../kinds/kind.ts';
import type { Hazard } from './plan.ts';

/** Below this size a scan, rewrite or index build is over before anyone waits (8 MB, as pages of 8 kB). */
const SMALL_BYTES = 8 * 1024 * 1024;

/** Families whose danger grows with the rows: availability, failure on data, performance. */
const OF_ROWS = /^[AFP]/;

/** On what the plan itself makes, nobody relies yet. */
const OF_USERS = /^S50[124]$/;

/**
 * A draft's dangers, weighed: nothing that depends on rows can happen to a relation that the plan itself makes, and on a
 * small one it is information only. What loses data stays blocking: rows may come between planning and applying.
 */
export function hazardsOf(draft: Draft, isNew: boolean, size: Size | undefined): Hazard[] {
  const dangers = (draft.dangers ?? []).filter(
    (danger) => !isNew || !(OF_ROWS.test(danger.code) || OF_USERS.test(danger.code)),
  );
  return dangers.map(({ code, message, remedy, blocking }) => {
    const small = size !== undefined && size.bytes < SMALL_BYTES;
    const demoted = isNew || (small && OF_ROWS.test(code));
    return { code, message, ...(remedy === undefined ? {} : { remedy }), blocking: blocking === true && !demoted };
  });
}
