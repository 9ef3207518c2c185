// before x after -> a proven pair of plans. The one place where planning and proof meet.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { mentionsIn, restrictBoth } from '../catalog/restrict.ts';
import { adoptUnread } from '../catalog/unread.ts';
import { diff, keyOfChange, kindsByName } from '../diff/diff.ts';
import { type Location, SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Plan, Reversibility, Step } from '../plan/plan.ts';
import { furnishedThrowaway, inScratch } from '../scratch/furnish.ts';
import type { Profile } from '../scratch/profile.ts';
import { covers } from '../settings/project.ts';
import { majorOf } from '../sql/major.ts';
import { stepsOf } from '../states/build-steps.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { profileOf } from '../states/profile.ts';
import { echoIn } from '../states/scratch-catalog.ts';
import { refusedByGrammar16 } from './grammar-gate.ts';
import { mustCommit, provePair, provePairCommitting } from './prove.ts';

export interface PlannedPair {
  readonly up: Plan;
  readonly down: Plan;
  readonly reversibility: Reversibility;
}

export interface PairOptions {
  readonly origin?: (object: DbObject) => Location | undefined;
  readonly allow: readonly string[];
  /** The destination's; default: what `before` tells of it. */
  readonly profile?: Profile;
  /** Leave the proof out: only to ask whether there is a difference. */
  readonly unproven?: boolean;
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
 * Plan both ways and prove the pair in scratch. Null when nothing differs. Both sides are spoken by scratch's own
 * server first: what differs at first sight between majors may not differ at all.
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
  return inScratch(profile, async (scratch) => {
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
        notices = await provePairCommitting(() => furnishedThrowaway(profile), input);
      else {
        await scratch.script('ROLLBACK TO SAVEPOINT echo');
        notices = await provePair(scratch, input);
      }
    }
    return finish(before, after, up, down, notices);
  });
}

/** A server can't run what its grammar does not have, whatever scratch's own grammar says. */
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
        hint: 'It uses syntax of a newer version: leave it out, or upgrade the server first.',
        location: step?.origin,
      },
    );
  });
  if (errors.length > 0) throw SchemaError.all(errors);
}

/** What an empty database has of itself (schema public) is in both parts, or the plan would drop it. */
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

/** A plan that drops most of what there is comes from an empty or wrong folder more often than from intent. */
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
    hint: 'Is the schema folder complete, and the database the right one? If it is meant, say --allow D103.',
  });
}
