// What ALTER COLUMN … TYPE does to rows and values (manual, ALTER TABLE, Notes), for columns and composite attributes.

interface TypeName {
  readonly base: string;
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

const SYNONYMS: Readonly<Record<string, string>> = {
  'character varying': 'varchar',
  character: 'char',
  'bit varying': 'varbit',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
};

function parse(type: string): TypeName {
  const array = type.endsWith('[]');
  const scalar = array ? type.slice(0, -2) : type;
  const match = /^(.*?)\(([\d,-]+)\)(.*)$/.exec(scalar);
  const name = match ? `${match[1]}${match[3]}` : scalar;
  return { base: SYNONYMS[name] ?? name, modifiers: match?.[2]?.split(',').map(Number) ?? [], array };
}

const UNLIMITED = Number.POSITIVE_INFINITY;
const length = (type: TypeName): number => type.modifiers[0] ?? UNLIMITED;

const STRINGS = new Set(['varchar', 'text']);
const SCALED = new Set(['timestamp', 'timestamptz', 'time', 'timetz', 'interval', 'varbit']);
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'];
const MOMENTS = new Set(['date', 'timestamp', 'timestamptz']);

/** Whether the change alters only the catalogs: no row is read or written. */
export function metadataOnly(before: string, after: string): boolean {
  const b = parse(before);
  const a = parse(after);
  if (b.array || a.array) return before === after;
  if (STRINGS.has(b.base) && STRINGS.has(a.base)) return length(a) >= length(b);
  if (b.base === 'cidr' && a.base === 'inet') return true;
  if (b.base !== a.base) return false;
  if (b.base === 'numeric') {
    if (a.modifiers.length === 0) return true;
    return b.modifiers.length > 0 && (a.modifiers[1] ?? 0) === (b.modifiers[1] ?? 0) && length(a) >= length(b);
  }
  return SCALED.has(b.base) && length(a) >= length(b);
}

/** What a change of type does to values, beside what PostgreSQL keeps. */
export interface Effect {
  /** Values may be changed without an error, so that an undo does not restore them. */
  readonly loses: boolean;
  /** PostgreSQL may raise an error for a value. */
  readonly fails: boolean;
}

const KEEPS: Effect = { loses: false, fails: false };
const FAILS: Effect = { loses: false, fails: true };
const LOSES: Effect = { loses: true, fails: false };
const BOTH: Effect = { loses: true, fails: true };

/** The decimal digits of the largest value, for integers. */
const DIGITS: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 };

/** The effect of a change between two types without parts; a text is converted by the input function of its new type. */
export function effectOf(before: string, after: string): Effect {
  if (before === after || metadataOnly(before, after)) return KEEPS;
  const [b, a] = [parse(before), parse(after)];
  if (!b.array && a.array) return effectOf(before, after.slice(0, -2));
  if (b.array && a.array) return effectOf(before.slice(0, -2), after.slice(0, -2));
  if (ofText(a)) return ofText(b) || length(a) < UNLIMITED ? toText(b, a) : KEEPS;
  if (ofText(b)) return BOTH;
  if (NUMBERS.includes(b.base) && NUMBERS.includes(a.base)) return ofNumbers(b, a);
  if (b.base === a.base) return b.base === 'bit' ? FAILS : SCALED.has(b.base) ? LOSES : BOTH;
  if (b.base === 'jsonb' && a.base === 'json') return KEEPS;
  // Order and repetition of keys, and white space.
  if (b.base === 'json' && a.base === 'jsonb') return BOTH;
  if (b.base === 'date' && MOMENTS.has(a.base)) return KEEPS;
  if (MOMENTS.has(b.base) && MOMENTS.has(a.base)) return LOSES;
  return b.base === 'boolean' && a.base === 'integer' ? KEEPS : BOTH;
}

const TEXTS = new Set(['varchar', 'text', 'char', 'citext']);
const ofText = ({ base, array }: TypeName): boolean => !array && TEXTS.has(base.replace(/^.*\./, ''));

/** Whether the type has a limit of characters or bits, to which explicit casts cut values off. */
export const isString = (type: string): boolean => ofText(parse(type)) || /^(bit|varbit)$/.test(parse(type).base);

/** Strings that are too long raise an error; char(n) pads with spaces, and does not keep those at the end. */
function toText(before: TypeName, after: TypeName): Effect {
  const shorter = length(after) < length(before);
  return { loses: after.base === 'char' && before.base !== 'char', fails: shorter };
}

function ofNumbers(before: TypeName, after: TypeName): Effect {
  const [from, to] = [NUMBERS.indexOf(before.base), NUMBERS.indexOf(after.base)];
  const exact = DIGITS[before.base];
  if (after.base === 'numeric') {
    const [precision = UNLIMITED, scale = 0] = after.modifiers;
    if (exact !== undefined) return { loses: scale < 0, fails: precision - scale < exact };
    if (before.base !== 'numeric') return BOTH;
    const [p, s] = before.modifiers;
    const whole = p === undefined ? UNLIMITED : p - (s ?? 0);
    const narrower = after.modifiers.length > 0 && (p === undefined || scale < (s ?? 0));
    return { loses: narrower, fails: after.modifiers.length > 0 && precision - scale < whole };
  }
  if (DIGITS[after.base] !== undefined) return exact === undefined ? BOTH : to < from ? FAILS : KEEPS;
  if (after.base === 'double precision') return before.base === 'bigint' || before.base === 'numeric' ? BOTH : KEEPS;
  return before.base === 'smallint' ? KEEPS : BOTH;
}

/** Whether PostgreSQL has an assignment cast, so that no USING is needed. */
function castsItself(b: TypeName, a: TypeName): boolean {
  if (b.array !== a.array) return false;
  if (b.base === a.base) return true;
  if (NUMBERS.includes(b.base) && NUMBERS.includes(a.base)) return true;
  if (['varchar', 'text', 'char'].includes(a.base)) return true;
  return MOMENTS.has(b.base) && MOMENTS.has(a.base);
}

/** The USING expression that converts values; null where none is needed. */
export function usingExpression(column: string, before: string, after: string, userTypes: boolean): string | null {
  const b = parse(before);
  const a = parse(after);
  if (castsItself(b, a)) return null;
  if (!b.array && a.array) return `CASE WHEN ${column} IS NOT NULL THEN ARRAY[${column}]::${after} END`;
  const strings = ['varchar', 'text', 'char', 'name'];
  const direct =
    strings.includes(b.base) ||
    strings.includes(a.base) ||
    ['json', 'jsonb'].includes(b.base) === ['json', 'jsonb'].includes(a.base);
  const castable =
    (NUMBERS.includes(b.base) && NUMBERS.includes(a.base)) ||
    (MOMENTS.has(b.base) && ['time', 'timetz', ...MOMENTS].includes(a.base)) ||
    (b.base === 'boolean' && a.base === 'integer') ||
    (b.base === 'integer' && a.base === 'boolean') ||
    (b.base.startsWith('json') && a.base.startsWith('json'));
  if (castable || (direct && (strings.includes(b.base) || strings.includes(a.base)))) return `${column}::${after}`;
  return userTypes && b.base === a.base ? `${column}::${after}` : `${column}::text${b.array ? '[]' : ''}::${after}`;
}
