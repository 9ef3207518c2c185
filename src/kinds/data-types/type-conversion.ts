// The change of a column's type where types have parts: the expression that converts values, and what it does to them.

import type { Side } from '../../catalog/side.ts';
import type { HazardDraft } from '../kind.ts';
import { effectOf, isString, metadataOnly, usingExpression } from '../shared/retype.ts';
import { isDomainConstraint } from './family.ts';
import type { Structure } from './type-structure.ts';

/**
 * The USING clause of ALTER COLUMN … TYPE; empty where PostgreSQL's assignment casts convert the values, which raise errors
 * for strings that are too long, and explicit casts cut them off. Null where no expression can convert the values.
 * `recreated`: the type of that name is another one of the same name, to which only composite values have a cast.
 */
export function usingClause(
  column: string,
  before: Structure,
  after: Structure,
  recreated: string | null,
): string | null {
  if (assigns(before, after, recreated)) return '';
  const expression = conversion(column, before, after);
  return expression === null ? null : ` USING ${expression}`;
}

function assigns(before: Structure, after: Structure, recreated: string | null): boolean {
  if (before.form === 'domain' || after.form === 'domain') return assigns(baseOf(before), baseOf(after), recreated);
  if (before.form === 'array' && after.form === 'array') return assigns(before.item, after.item, recreated);
  if (before.form === 'composite' && after.form === 'composite') return before.text === after.text;
  if (before.text === recreated || after.form === 'enum') return false;
  return usingExpression('v', before.text, after.text, false) === null;
}

/**
 * The expression of `after`'s type for the value of `expression`, of the type `before`. Composite values are converted by
 * the names of their attributes: by the cast to the successor of a renamed type (`castFunction`), or by a row
 * constructor. Null where no expression can do it: an array of values that have no cast.
 */
function conversion(expression: string, before: Structure, after: Structure): string | null {
  if (before.form === 'domain' || after.form === 'domain') {
    const inner = conversion(expression, baseOf(before), baseOf(after));
    if (inner === null) return null;
    return `${inner === `${expression}::${baseOf(after).text}` ? expression : bracketed(inner)}::${after.text}`;
  }
  if (before.form === 'composite' && after.form === 'composite') {
    return before.text === after.text ? `${expression}::${after.text}` : rowOf(expression, before, after);
  }
  if (before.form === 'array' && after.form === 'array') return ofArray(expression, before.item, after);
  if (after.form === 'array' && before.text !== after.text) {
    const item = conversion(expression, before, after.item);
    return item === null ? null : `CASE WHEN ${expression} IS NOT NULL THEN ARRAY[${item}]::${after.text} END`;
  }
  if (before.form === 'scalar' && after.form === 'scalar' && !after.text.includes('.')) {
    if (before.text === after.text) return expression;
    return usingExpression(expression, before.text, after.text, false) ?? `${expression}::${after.text}`;
  }
  return `${expression}::text::${after.text}`;
}

/** The type under all domains. */
export const baseOf = (type: Structure): Structure => (type.form === 'domain' ? baseOf(type.base) : type);

const bracketed = (expression: string): string => (/^[\w.:$()"]+$/.test(expression) ? expression : `(${expression})`);

function ofArray(expression: string, before: Structure, after: Structure & { form: 'array' }): string | null {
  const item = conversion('v', before, after.item);
  if (item === `v::${after.item.text}` || item === 'v') return `${expression}::${after.text}`;
  return item === `v::text::${after.item.text}` ? `${expression}::text[]::${after.text}` : null;
}

/** ROW(…) with the attributes that both types have; NULL where `before` has none of that name. */
function rowOf(
  expression: string,
  before: Structure & { form: 'composite' },
  after: Structure & { form: 'composite' },
): string | null {
  const values = after.attributes.map(({ name, type }) => {
    const old = before.attributes.find((attribute) => attribute.name === name);
    return old ? conversion(`(${expression}).${name}`, old.type, type) : 'NULL';
  });
  if (values.includes(null)) return null;
  return `CASE WHEN ${expression} IS DISTINCT FROM NULL THEN ROW(${values.join(', ')})::${after.text} END`;
}

/** The body of the function behind the cast from a renamed composite type to its successor; null where there is none. */
export const castFunction = (before: Structure, after: Structure): string | null =>
  before.form === 'composite' && after.form === 'composite' ? rowOf('$1', before, after) : null;

/** What a conversion does to values: each part that loses some, or may fail, with the hazard to declare. */
export interface Consequence {
  readonly loses?: string;
  readonly hazard: HazardDraft;
}

/**
 * The consequences of a conversion for the values of `where`, a column's name, at any depth of the types. `cuts`: within a
 * row constructor, whose casts cut off strings that are too long.
 */
export function consequencesOf(
  where: string,
  before: Structure,
  after: Structure,
  sides: { readonly before: Side; readonly after: Side },
  cuts = false,
): readonly Consequence[] {
  if (before.form === 'domain' || after.form === 'domain') {
    const inner = consequencesOf(where, baseOf(before), baseOf(after), sides, cuts);
    return after.form === 'domain' && binds(before, after, sides) ? [...inner, violates(where, after)] : inner;
  }
  if (before.form === 'array' && after.form === 'array')
    return consequencesOf(where, before.item, after.item, sides, cuts);
  if (after.form === 'array') return consequencesOf(where, before, after.item, sides, cuts);
  if (before.form === 'composite' && after.form === 'composite') return ofAttributes(where, before, after, sides);
  if (before.form === 'enum' && after.form === 'enum') {
    const gone = before.labels.filter((label) => !after.labels.includes(label));
    return gone.length === 0 ? [] : [unfit(where, `${gone.join(', ')}, which ${after.text} no longer has`)];
  }
  // By way of a text: a label is an exact one, a row or an array has several texts.
  if (after.form === 'enum') return [unfit(where, null, after)];
  if (after.form !== 'scalar') return [changes(where, before, after), unfit(where, null, after)];
  const { loses, fails } = effectOf(before.form === 'scalar' ? before.text : 'text', after.text);
  const cut = cuts && fails && isString(after.text);
  return [
    ...(loses || cut ? [changes(where, before, after)] : []),
    ...(fails && !cut ? [unfit(where, null, after)] : []),
  ];
}

function ofAttributes(
  where: string,
  before: Structure & { form: 'composite' },
  after: Structure & { form: 'composite' },
  sides: { readonly before: Side; readonly after: Side },
): readonly Consequence[] {
  return before.attributes.flatMap(({ name, type }): readonly Consequence[] => {
    const now = after.attributes.find((attribute) => attribute.name === name);
    if (now) return consequencesOf(`${where}.${name}`, type, now.type, sides, true);
    return [
      {
        loses: `the values of attribute ${name} in ${where}`,
        hazard: {
          code: 'D102',
          message: `drops attribute ${name} of the values of ${where}`,
          remedy: 'stop using the attribute first, and drop it in a later release',
          blocking: true,
        },
      },
    ];
  });
}

/** Whether a domain has a constraint that the former type does not have. */
function binds(
  before: Structure,
  after: Structure & { form: 'domain' },
  sides: { before: Side; after: Side },
): boolean {
  const rules = (type: Structure, side: Side): readonly string[] =>
    type.form !== 'domain'
      ? []
      : [
          ...side
            .children(type.object.key)
            .filter(isDomainConstraint)
            .map(({ attributes }) => attributes.definition),
          ...(type.object.attributes['notNull'] === true ? ['NOT NULL'] : []),
          ...rules(type.base, side),
        ];
  const known = rules(before, sides.before);
  return rules(after, sides.after).some((rule) => !known.includes(rule));
}

const changes = (where: string, before: Structure, after: Structure): Consequence => ({
  loses: `values of ${where} that ${after.text} can't hold exactly`,
  hazard: {
    code: 'D104',
    message: `changes values of ${where} that ${after.text} can't hold exactly (${before.text} before)`,
    remedy: 'query for such values first; keep the old column until the new one is checked',
    blocking: true,
  },
});

const unfit = (where: string, what: string | null, after?: Structure): Consequence => ({
  hazard: {
    code: 'F304',
    message: `fails if a value of ${where} is ${what ?? `not valid in ${after?.text}`}`,
    remedy: 'query for such values first',
  },
});

const violates = (where: string, after: Structure): Consequence => ({
  hazard: {
    code: 'F303',
    message: `fails if a value of ${where} violates a constraint of domain ${after.text}`,
    remedy: 'query for such values first',
  },
});

/**
 * Whether the change alters only the catalogs: no row is read or written (ATColumnChangeRequiresRewrite). A domain is its
 * base type there, unless it has constraints, which every value is checked against.
 */
export function keepsValues(before: Structure, after: Structure, side: Side): boolean {
  if (before.form === 'domain') return keepsValues(before.base, after, side);
  if (after.form === 'domain') {
    const bound =
      after.object.attributes['notNull'] === true || side.children(after.object.key).some(isDomainConstraint);
    return !bound && keepsValues(before, after.base, side);
  }
  return (
    before.form === 'scalar' &&
    after.form === 'scalar' &&
    (before.text === after.text || metadataOnly(before.text, after.text))
  );
}
