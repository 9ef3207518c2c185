// Values of any type as SQL expressions of a row's number, for generated rows: equal numbers give equal values.
import { quoteLiteral } from '../sql/identifiers.ts';
import { type Hint, simpleHints } from './simple-checks.ts';
import type { Types, ValueColumn, ValueType } from './value-types.ts';

/** `g` is an expression of the row's number, a bigint from 1. */
export interface Value {
  readonly sql: (g: string) => string;
  /** The number of different values. */
  readonly distinct: number;
}

const MANY = Number.POSITIVE_INFINITY;

const value = (sql: (g: string) => string, distinct = MANY): Value => ({ sql, distinct });

/** `0` to `count - 1`, repeated. */
const turn = (g: string, count: number): string => `((${g}) - 1) % ${count}`;

/** One of a list of SQL expressions of the same type. */
export const oneOf = (items: readonly string[], type: string): Value =>
  value((g) => `((ARRAY[${items.join(', ')}]::${type}[])[1 + (${turn(g, items.length)})])`, items.length);

/**
 * A value for a column; null where nothing is known about its type. `likeness`: the name whose meaning texts follow, such
 * as an e-mail address; empty where columns that refer to each other must have equal values.
 */
export function valueFor(
  column: ValueColumn,
  types: Types,
  hints: readonly Hint[],
  likeness: string = column.name,
): Value | null {
  const own = hints.filter((hint) => hint.column === column.name && hint.after === undefined);
  return valueOfType(column.type, column.modifier, types, own, likeness);
}

function valueOfType(oid: number, modifier: number, types: Types, hints: readonly Hint[], name = ''): Value | null {
  const type = types.get(oid);
  if (type === undefined) return null;
  if (type.kind === 'd') {
    const inner = type.checks.flatMap(simpleHints).filter((hint) => hint.column === 'value');
    return valueOfType(type.base, type.baseModifier, types, [...hints, ...inner], name);
  }
  const list = hints.find((hint) => hint.oneOf !== undefined)?.oneOf;
  if (list !== undefined) return oneOf(list, type.sql);
  if (type.kind === 'e') {
    return type.labels.length === 0 ? null : oneOf(type.labels.map(quoteLiteral), type.sql);
  }
  if (type.element !== 0) return wrapped(type.element, modifier, types, (inner) => `ARRAY[${inner}]::${type.sql}`);
  if (type.kind === 'r') {
    return wrapped(type.subtype, -1, types, (inner) => `${type.sql}(${inner}, ${inner}, '[]')`);
  }
  if (type.kind === 'm') return wrapped(type.subtype, -1, types, (inner) => `${type.sql}(${inner})`);
  if (type.kind === 'c') return composite(type, types);
  if (NUMBERS.has(type.name)) return numberOf(type.name, modifier, hints);
  if (type.category === 'S' && type.name !== 'char') return textOf(type, modifier, hints, name);
  if (type.name === 'bit' && modifier > 1) return value((g) => `((${g}) % 2)::int::bit(${modifier})`, 2);
  return PLAIN[type.name] ?? (type.category === 'N' ? value((g) => `(${g})::${type.sql}`) : null);
}

function wrapped(oid: number, modifier: number, types: Types, around: (inner: string) => string): Value | null {
  const inner = valueOfType(oid, modifier, types, []);
  return inner === null ? null : value((g) => around(inner.sql(g)), inner.distinct);
}

function composite(type: ValueType, types: Types): Value | null {
  const fields = type.fields.map((field) => valueOfType(field.type, field.modifier, types, []));
  const known = fields.filter((field) => field !== null);
  if (known.length < fields.length) return null;
  const distinct = Math.max(1, ...known.map((field) => field.distinct));
  return value((g) => `ROW(${known.map((field) => field.sql(g)).join(', ')})::${type.sql}`, distinct);
}

/** The largest value that is used for a type. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['int2', 32_767],
  ['int4', 2_147_483_647],
  ['int8', Number.MAX_SAFE_INTEGER],
  ['numeric', Number.MAX_SAFE_INTEGER],
  ['float4', 16_777_216],
  ['float8', Number.MAX_SAFE_INTEGER],
]);

function numberOf(name: string, modifier: number, hints: readonly Hint[]): Value {
  // numeric(p, s): ((p << 16) | s) + 4, pg_attribute.atttypmod
  const limited = name === 'numeric' && modifier > 4;
  const [precision, scale] = limited ? [(modifier - 4) >> 16, (modifier - 4) & 0x7ff] : [0, 0];
  const digits = precision - scale;
  const whole = /^int/.test(name);
  const ceiling = limited && digits < 16 ? 10 ** Math.max(digits, 0) - 1 : (NUMBERS.get(name) ?? 1);
  const bounds = boundsOf(hints, whole);
  const [least, most] = [bounds.least ?? Math.min(1, bounds.most ?? 1), Math.min(bounds.most ?? ceiling, ceiling)];
  const count = Math.floor(most) - Math.ceil(least) + 1;
  if (whole || (bounds.strict ? count > 2 : count > 1)) {
    const from = Math.ceil(least) + (bounds.strict && !whole ? 1 : 0);
    const room = Math.floor(most) - from + 1 - (bounds.strict && !whole ? 1 : 0);
    return value((g) => `(${from} + ${turn(g, Math.max(1, room))})::${name}`, Math.max(1, room));
  }
  // No whole number lies within the bounds: the values are 98 hundredths of the interval.
  const top = bounds.most ?? (limited ? 1 : ceiling);
  const bottom = bounds.least ?? 0;
  return value((g) => `(${bottom} + ${top - bottom} * (1 + ${turn(g, 98)}) / 100.0)::${name}`, 98);
}

function boundsOf(hints: readonly Hint[], whole: boolean) {
  const least = hints.flatMap((hint) =>
    hint.least === undefined ? [] : [hint.least + (whole && hint.aboveLeast === true ? 1 : 0)],
  );
  const most = hints.flatMap((hint) =>
    hint.most === undefined ? [] : [hint.most - (whole && hint.belowMost === true ? 1 : 0)],
  );
  return {
    least: least.length === 0 ? undefined : Math.max(...least),
    most: most.length === 0 ? undefined : Math.min(...most),
    strict: hints.some((hint) => hint.aboveLeast === true || hint.belowMost === true),
  };
}

/** From this length on a number is written after a letter. */
const ROOMY = 12;

function textOf(type: ValueType, modifier: number, hints: readonly Hint[], name: string): Value {
  // varchar(n) and char(n): n + 4
  const declared = /^(varchar|bpchar)$/.test(type.name) && modifier > 4 ? modifier - 4 : MANY;
  const longest = Math.min(declared, type.name === 'name' ? 63 : MANY, ...hints.map((hint) => hint.longest ?? MANY));
  const shortest = Math.max(1, ...hints.map((hint) => hint.shortest ?? 1));
  if (longest < ROOMY) {
    const digits = Math.max(1, longest);
    const distinct = 10 ** digits;
    return value((g) => `pg_catalog.lpad((${turn(g, distinct)})::text, ${digits}, '0')::${type.sql}`, distinct);
  }
  const plain = longest > 60 ? likeItsName(name) : (g: string) => `'r' || ${g}`;
  if (shortest <= 2) return value((g) => `(${plain(`(${g})`)})::${type.sql}`);
  return value((g) => `pg_catalog.rpad(${plain(`(${g})`)}, ${shortest}, 'x')::${type.sql}`);
}

/** Values that satisfy common checks of e-mail addresses and URLs. */
function likeItsName(name: string): (g: string) => string {
  if (/e?mail/i.test(name)) return (g) => `'user' || ${g} || '@example.com'`;
  if (/ur[il]$|link|website/i.test(name)) return (g) => `'https://example.com/' || ${g}`;
  return (g) => `'r' || ${g}`;
}

const DAYS = 18_000;

/** Built-in types that are neither numbers nor texts, and common types of contrib modules. */
const PLAIN: Readonly<Record<string, Value>> = {
  bool: value((g) => `((${g}) % 2 = 0)`, 2),
  char: value(() => `'a'::"char"`, 1),
  money: value((g) => `(${g})::numeric::money`),
  oid: value((g) => `(${g})::oid`),
  date: value((g) => `(date '2000-01-01' + (${turn(g, DAYS)})::int)`, DAYS),
  timestamp: value((g) => `(timestamp '2020-01-01' + (${g}) * interval '1 second')`),
  timestamptz: value((g) => `(timestamptz '2020-01-01 00:00:00+00' + (${g}) * interval '1 second')`),
  time: value((g) => `(time '00:00' + (${turn(g, 86_400)}) * interval '1 second')`, 86_400),
  timetz: value((g) => `(timetz '00:00+00' + (${turn(g, 86_400)}) * interval '1 second')`, 86_400),
  interval: value((g) => `((${g}) * interval '1 second')`),
  uuid: value((g) => `pg_catalog.md5((${g})::text)::uuid`),
  bytea: value((g) => `pg_catalog.decode(pg_catalog.md5((${g})::text), 'hex')`),
  json: value((g) => `pg_catalog.json_build_object('n', ${g})`),
  jsonb: value((g) => `pg_catalog.jsonb_build_object('n', ${g})`),
  jsonpath: value((g) => `('$.n' || (${g}))::jsonpath`),
  xml: value((g) => `('<n>' || (${g}) || '</n>')::xml`),
  inet: value((g) => `(inet '10.0.0.0' + (${g}))`),
  cidr: value((g) => `(inet '10.0.0.0' + (${g}))::cidr`),
  macaddr: value((g) => `pg_catalog.lpad(pg_catalog.to_hex(${g}), 12, '0')::macaddr`),
  macaddr8: value((g) => `pg_catalog.lpad(pg_catalog.to_hex(${g}), 16, '0')::macaddr8`),
  bit: value((g) => `((${g}) % 2)::int::bit(1)`, 2),
  varbit: value((g) => `((${g}) % 2)::int::bit(1)::varbit`, 2),
  point: value((g) => `point((${g})::float8, 0)`),
  line: value((g) => `line(point((${g})::float8, 0), point((${g})::float8, 1))`),
  lseg: value((g) => `lseg(point((${g})::float8, 0), point((${g})::float8, 1))`),
  box: value((g) => `box(point(3 * (${g})::float8, 0), point(3 * (${g})::float8 + 1, 1))`),
  path: value((g) => `path(polygon(box(point((${g})::float8, 0), point((${g})::float8, 1))))`),
  polygon: value((g) => `polygon(box(point(3 * (${g})::float8, 0), point(3 * (${g})::float8 + 1, 1)))`),
  circle: value((g) => `circle(point(3 * (${g})::float8, 0), 1)`),
  tsvector: value((g) => `pg_catalog.to_tsvector('simple', 'r' || (${g}))`),
  tsquery: value((g) => `pg_catalog.plainto_tsquery('simple', 'r' || (${g}))`),
  pg_lsn: value((g) => `('0/' || pg_catalog.to_hex(${g}))::pg_lsn`),
  ltree: value((g) => `('r' || (${g}))::ltree`),
  hstore: value((g) => `('n=>' || (${g}))::hstore`),
};
