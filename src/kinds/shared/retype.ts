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

const INTEGERS = new Set(['smallint', 'integer', 'bigint']);

/**
 * Whether PostgreSQL raises an error for values that do not fit, and so loses none: shorter strings, smaller integers.
 */
export function mayFail(before: string, after: string): boolean {
  if (metadataOnly(before, after)) return false;
  const [b, a] = [parse(before), parse(after)];
  if (b.array || a.array) return false;
  if (STRINGS.has(b.base) && STRINGS.has(a.base)) return true;
  return INTEGERS.has(b.base) && INTEGERS.has(a.base) && NUMBERS.indexOf(a.base) < NUMBERS.indexOf(b.base);
}

/** Whether values may be changed, so that an undo does not restore them. */
export function lossy(before: string, after: string): boolean {
  if (metadataOnly(before, after) || mayFail(before, after)) return false;
  const b = parse(before);
  const a = parse(after);
  if (b.array !== a.array) return true;
  if (a.base === 'text' && b.base !== 'char') return false;
  if (b.base === 'numeric' && a.base === 'numeric') return narrows(b, a);
  const [from, to] = [NUMBERS.indexOf(b.base), NUMBERS.indexOf(a.base)];
  if (from >= 0 && to >= 0 && a.modifiers.length === 0) {
    if (to <= 2 || a.base === 'numeric') return to < from || b.base === 'real';
    return !(
      b.base === 'smallint' ||
      b.base === a.base ||
      (b.base === 'real' && a.base === 'double precision') ||
      (b.base === 'integer' && a.base === 'double precision')
    );
  }
  return !((b.base === 'json' && a.base === 'jsonb') || (b.base === 'date' && MOMENTS.has(a.base)));
}

/** Whether a numeric type has fewer digits before or after the decimal point. */
function narrows(before: TypeName, after: TypeName): boolean {
  if (after.modifiers.length === 0) return false;
  if (before.modifiers.length === 0) return true;
  const [p1 = 0, s1 = 0] = before.modifiers;
  const [p2 = 0, s2 = 0] = after.modifiers;
  return s2 < s1 || p2 - s2 < p1 - s1;
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
