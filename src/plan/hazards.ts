// The hazards that rules declare, weighed by what the plan creates and by the size of relations, for the steps of a
// plan.
import type { Key, Size } from '../catalog/catalog.ts';
import type { Draft } from '../kinds/kind.ts';
import type { Batch, Hazard, Step } from './plan.ts';

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
  return hazards.map(({ code, message, remedy, blocking, certain }) => {
    const small = size !== undefined && size.bytes < SMALL_BYTES;
    const demoted = isNew || (small && OF_ROWS.test(code));
    const long = WAITS.test(code) && size !== undefined && size.bytes >= LONG_BYTES;
    const fails = certain === true && size !== undefined && size.rows > 0;
    return {
      code,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      blocking: fails || long || (blocking === true && !demoted),
    };
  });
}

/** A relation whose scan or index build makes others wait for seconds or longer (64 MB). */
const LONG_BYTES = 64 * 1024 * 1024;

/** Hazards of statements during which writes wait, or reads too, which block on a large relation. */
const WAITS = /^A20[2359]$/;

/** Hazards of an object's absence, or of a change of its privileges. */
const OF_ABSENCE = /^(P601|C402|C407|C408|S501|S502)$/;

/** Hazards of an object's absence for those who name it, which also a changed object under that name has not. */
const OF_CALLERS = /^C402$/;

/**
 * The batches without the hazards of objects that are dropped and come back unchanged in the same transaction: nobody sees
 * that they were gone.
 */
export function withoutPassing(batches: readonly Batch[], unchanged: (key: Key) => boolean): Batch[] {
  return batches.map((batch) => {
    const made = new Set(batch.steps.filter(({ action }) => action === 'create').map(({ subject }) => subject));
    const comesBack = ({ subject, action }: Step): boolean =>
      batch.transaction && action !== 'create' && made.has(subject);
    const steps = batch.steps.map((step) => {
      if (!comesBack(step)) return step;
      const passing = unchanged(step.subject) ? OF_ABSENCE : OF_CALLERS;
      return { ...step, hazards: step.hazards.filter(({ code }) => !passing.test(code)) };
    });
    return { ...batch, steps };
  });
}
