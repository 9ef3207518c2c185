// Two catalogs -> a proven pair of plans, up and down. The only place that plans and proves, for the workflows.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { mentionsIn, restrictBoth } from '../catalog/restrict.ts';
import { adoptUnread } from '../catalog/unread.ts';
import { diff, keyOfChange, kindsByName } from '../diff/diff.ts';
import { type Location, SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan, Reversibility, Step } from '../plan/plan.ts';
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

const ESSENTIAL = new Set(KINDS.filter((kind) => kind.traits?.essential).map((kind) => kind.name));
const AMBIENT = new Set(KINDS.filter((kind) => kind.traits?.ambient).map((kind) => kind.name));
const isAmbient = (kind: string): boolean => AMBIENT.has(kind);
const isEssential = (kind: string): boolean => ESSENTIAL.has(kind);
const BY_NAME = kindsByName(KINDS);
const identifiersOf = (object: DbObject): readonly string[] =>
  (BY_NAME.get(object.kind)?.resources?.(object) ?? []).flatMap(({ use, name }) => (use === 'mentions' ? [name] : []));

const isEmpty = (plan: Plan): boolean => plan.batches.length === 0;

/**
 * Plan both ways and prove the pair in scratch. Null where nothing differs. Both catalogs are echoed by scratch's server
 * first: majors print equal expressions differently.
 */
export async function planPair(live: Catalog, desired: Catalog, options: PairOptions): Promise<PlannedPair | null> {
  const [before, after] = [adoptUnread(live, desired), adoptUnread(desired, live)];
  const changes = diff(before, after, KINDS);
  const located = options.origin ? { origin: options.origin } : {};
  if (changes.length === 0 || isEmpty(makePlan(before, after, KINDS, located))) return null;
  const managed = [...new Set([...(before.context.managed ?? []), ...(after.context.managed ?? [])])];
  const profile = { ...(options.profile ?? profileOf(before)), managed };
  const mentions = { before: mentionsIn(before, identifiersOf), after: mentionsIn(after, identifiersOf) };
  const region = restrictBoth(before, after, new Set<Key>(changes.map(keyOfChange)), mentions, isEssential, isAmbient);
  return inScratch(profile, async (unlimited) => {
    const scratch = limited(unlimited, options.limits);
    await scratch.script('SAVEPOINT echo');
    const echo = await echoIn(scratch, region.before, before, profile);
    const wanted = withKept(region.after, echo.catalog, after);
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
    return finish(before, after, up, down, notices);
  }).catch((error: unknown) => {
    throw isBeyondLimit(error) ? withoutEnd(error) : error;
  });
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
    up: { ...up, before: prints[0], after: prints[1], notices, unmanaged: named(before, after) },
    down: { ...down, before: prints[1], after: prints[0] },
    reversibility: losses.length > 0 ? { kind: 'loses data', what: losses } : { kind: 'lossless' },
  };
}

const named = (before: Catalog, after: Catalog): string[] => [...new Set([...before.unmanaged, ...after.unmanaged])];

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
