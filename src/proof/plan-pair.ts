// Two catalogs -> a proven pair of plans, up and down. The only place that plans and proves, for the workflows.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { mentionsIn, restrictBoth } from '../catalog/restrict.ts';
import { adoptUnread } from '../catalog/unread.ts';
import { diff, keyOfChange, kindsByName } from '../diff/diff.ts';
import { type Location, SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import type { Traits } from '../kinds/kind.ts';
import { withFormerNames } from '../plan/former-names.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan, Reversibility, Step } from '../plan/plan.ts';
import { withUndeclared } from '../plan/undeclared.ts';
import { furnishedThrowaway, inScratch } from '../scratch/furnish.ts';
import { isBeyondLimit, limited, type ScratchLimits } from '../scratch/limits.ts';
import type { Profile } from '../scratch/profile.ts';
import { covers } from '../settings/project.ts';
import { majorOf } from '../sql/major.ts';
import { stepsOf } from '../states/build-steps.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { profileOf } from '../states/profile.ts';
import { echoIn } from '../states/scratch-catalog.ts';
import { refusedByGrammar16 } from './grammar-gate.ts';
import { mustCommit, provePair, provePairCommitting, withoutEnd } from './prove.ts';

export interface PlannedPair {
  readonly up: Plan;
  readonly down: Plan;
  readonly reversibility: Reversibility;
}

export interface PairOptions {
  readonly origin?: (object: DbObject) => Location | undefined;
  readonly allow: readonly string[];
  /** The profile of the destination; default: derived from `before`. */
  readonly profile?: Profile;
  /** Skip the proof, where only the existence of a difference is asked. */
  readonly unproven?: boolean;
  /** The limits of one message to PGlite; default: those of scratch. */
  readonly limits?: ScratchLimits;
}

const having = (trait: keyof Traits): ((kind: string) => boolean) => {
  const names = new Set(KINDS.filter((kind) => kind.traits?.[trait]).map((kind) => kind.name));
  return (kind) => names.has(kind);
};
const IS = { essential: having('essential'), ambient: having('ambient'), holdsValues: having('holdsValues') };
const BY_NAME = kindsByName(KINDS);
const identifiersOf = (object: DbObject): readonly string[] =>
  (BY_NAME.get(object.kind)?.resources?.(object) ?? []).flatMap(({ use, name }) => (use === 'mentions' ? [name] : []));

const isEmpty = (plan: Plan): boolean => plan.batches.length === 0;

/**
 * Plan both ways and prove the pair in scratch. Null where nothing differs. Both catalogs are echoed by scratch's server
 * first: majors print equal expressions differently.
 */
export async function planPair(live: Catalog, desired: Catalog, options: PairOptions): Promise<PlannedPair | null> {
  const { before, after, changes } = compared(live, desired);
  const located = options.origin ? { origin: options.origin } : {};
  const whole = changes.length === 0 ? null : makePlan(before, after, KINDS, located);
  if (whole === null || isEmpty(whole)) return null;
  const managed = [...new Set([...(before.context.managed ?? []), ...(after.context.managed ?? [])])];
  const profile = { ...(options.profile ?? profileOf(before)), managed };
  const mentions = { before: mentionsIn(before, identifiersOf), after: mentionsIn(after, identifiersOf) };
  const keys = new Set<Key>([...changes.map(keyOfChange), ...subjectsOf([whole, planOrNull(after, before)])]);
  const region = restrictBoth(before, after, keys, mentions, IS);
  return inScratch(profile, async (unlimited) => {
    const scratch = limited(unlimited, options.limits);
    await scratch.script('SAVEPOINT echo');
    const echo = await echoIn(scratch, region.before, before, profile);
    const part = withKept(region.after, echo.catalog, after);
    const wanted = withUndeclared(part, echo.catalog, KINDS);
    const plans = { ...located, sizes: before.sizes };
    const up = makePlan(echo.catalog, wanted, KINDS, plans);
    if (isEmpty(up)) return null;
    brake(before, up, options.allow);
    const down = makePlan(wanted, echo.catalog, KINDS, { sizes: new Map() });
    let notices: readonly string[] = [];
    if (options.unproven !== true) {
      await refuseNewerSyntax([...stepsOf(up), ...stepsOf(down)], profile.serverVersion);
      const input = { before: echo.catalog, after: wanted, up, down, base: echo.base };
      if (mustCommit(up) || mustCommit(down))
        notices = await provePairCommitting(() => furnishedThrowaway(profile, options.limits?.timeMs), input);
      else {
        await scratch.script('ROLLBACK TO SAVEPOINT echo');
        notices = await provePair(scratch, input);
      }
    }
    const settled = wanted === part ? after : { ...after, objects: new Map([...after.objects, ...wanted.objects]) };
    return finish(before, settled, up, down, notices);
  }).catch((error: unknown) => {
    throw isBeyondLimit(error) ? withoutEnd(error) : error;
  });
}

/** The two catalogs and their differences, without what could not be read or is no wish. */
function compared(live: Catalog, desired: Catalog) {
  const before = adoptUnread(live, desired);
  const named = withFormerNames(adoptUnread(desired, live), before, KINDS);
  const differences = diff(before, named, KINDS);
  const after = withUndeclared(named, before, KINDS, differences);
  return { before, after, changes: after === named ? differences : diff(before, after, KINDS) };
}

/** The objects that plans change, among them unchanged objects that make way for a change and come back. */
const subjectsOf = (plans: readonly (Plan | null)[]): readonly Key[] =>
  plans.flatMap((plan) => (plan === null ? [] : stepsOf(plan).map(({ subject }) => subject)));

/** Null for a refused plan: what differs only in spelling is refused here, and not after the echo. */
function planOrNull(before: Catalog, after: Catalog): Plan | null {
  try {
    return makePlan(before, after, KINDS);
  } catch (error) {
    if (error instanceof SchemaError) return null;
    throw error;
  }
}

/** Refuses statements that the destination's grammar lacks, although scratch can run them. */
async function refuseNewerSyntax(steps: readonly Step[], serverVersion: number): Promise<void> {
  if (serverVersion >= 170000) return;
  const refused = await refusedByGrammar16(steps.map(({ sql }) => sql));
  const errors = [...refused].map(([index, message]) => {
    const step = steps[index];
    return new SchemaError(
      'plan/refused',
      `PostgreSQL ${majorOf(serverVersion)} can't read a statement of the plan: ${message}`,
      {
        detail: step?.sql,
        hint: 'The statement uses syntax of a newer version: change the desired files, or upgrade the server first.',
        location: step?.origin,
      },
    );
  });
  if (errors.length > 0) throw SchemaError.all(errors);
}

/** Objects of an empty database (schema public) are in both parts, so that the plan does not drop them. */
function withKept(part: Catalog, echoed: Catalog, whole: Catalog): Catalog {
  const objects = new Map(part.objects);
  for (const key of echoed.objects.keys()) {
    const object = whole.objects.get(key);
    if (object && !objects.has(key)) objects.set(key, object);
  }
  return { ...part, objects };
}

function finish(before: Catalog, after: Catalog, up: Plan, down: Plan, notices: readonly string[]): PlannedPair {
  const prints = [fingerprintOf(before), fingerprintOf(after)] as const;
  const losses = [...new Set(stepsOf(up).flatMap((step) => step.loses ?? []))];
  return {
    up: { ...up, before: prints[0], after: prints[1], notices, unmanaged: unmanagedIn(before, after) },
    down: { ...down, before: prints[1], after: prints[0] },
    reversibility: losses.length > 0 ? { kind: 'loses data', what: losses } : { kind: 'lossless' },
  };
}

const unmanagedIn = (before: Catalog, after: Catalog): string[] => [
  ...new Set([...before.unmanaged, ...after.unmanaged]),
];

/** Refuses a plan that drops most objects without --allow D103: the usual cause is an empty or wrong folder. */
const MOST = 0.5;
const FEW = 4;

function brake(before: Catalog, up: Plan, allow: readonly string[]): void {
  const tops = [...before.objects.values()].filter((object) => object.parent === null && !isNamespace(object));
  const topKeys = new Set(tops.map((object) => object.key));
  const made = new Set(
    stepsOf(up)
      .filter((step) => step.action === 'create')
      .map((step) => step.subject),
  );
  const dropped = stepsOf(up).filter(
    (step) => step.action === 'drop' && topKeys.has(step.subject) && !made.has(step.subject),
  );
  if (tops.length < FEW || dropped.length <= tops.length * MOST || covers(allow, 'D103')) return;
  throw new SchemaError('plan/mass-drop', `this plan drops ${dropped.length} of ${tops.length} objects`, {
    detail: dropped
      .slice(0, 10)
      .map((step) => step.subject)
      .join(', '),
    hint: 'Check that the schema folder is complete and the database is the right one. If the drops are intended, add --allow D103.',
  });
}
