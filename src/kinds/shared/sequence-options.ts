// The options of sequences (catalog pg_sequence) as clauses, for sequences and identity columns.
import { quoteLiteral } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';

/** pg_sequence; numbers are texts because they go beyond 2^53. */
export type SequenceOptions = {
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
};

export const sequenceOptions = (alias: string): string => `
  json_build_object('type', format_type(${alias}.seqtypid, NULL), 'start', ${alias}.seqstart::text,
    'increment', ${alias}.seqincrement::text, 'minimum', ${alias}.seqmin::text, 'maximum', ${alias}.seqmax::text,
    'cache', ${alias}.seqcache::text, 'cycle', ${alias}.seqcycle)`;

const LIMITS: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
};

/** Whether an integer type holds fewer values than another one. */
export const isNarrower = (type: string, than: string): boolean => {
  const widths = Object.keys(LIMITS);
  return widths.indexOf(type) < widths.indexOf(than);
};

/** The options after a change of type, which moves a bound from the limit of the former type to that of the new one. */
export function retyped(options: SequenceOptions, type: string): SequenceOptions {
  const [lowest, highest] = LIMITS[options.type] ?? [];
  const [minimum, maximum] = LIMITS[type] ?? [options.minimum, options.maximum];
  return {
    ...options,
    type,
    ...(options.minimum === lowest ? { minimum } : {}),
    ...(options.maximum === highest ? { maximum } : {}),
  };
}

/** The defaults of CREATE SEQUENCE. */
function defaults(type: string, increment: string): SequenceOptions {
  const [lowest, highest] = LIMITS[type] ?? LIMITS['bigint'] ?? ['', ''];
  const down = increment.startsWith('-');
  const minimum = down ? lowest : '1';
  const maximum = down ? '-1' : highest;
  return { type, increment, minimum, maximum, start: down ? maximum : minimum, cache: '1', cycle: false };
}

/** The clauses that turn `before` (or PostgreSQL's defaults, when null) into `after`. */
export function sequenceClauses(before: SequenceOptions | null, after: SequenceOptions): string[] {
  const base = before ?? { ...defaults(after.type, after.increment), type: 'bigint', increment: '1' };
  const clauses: string[] = [];
  if (base.type !== after.type) clauses.push(`AS ${after.type}`);
  if (base.increment !== after.increment) clauses.push(`INCREMENT BY ${after.increment}`);
  if (base.minimum !== after.minimum) clauses.push(`MINVALUE ${after.minimum}`);
  if (base.maximum !== after.maximum) clauses.push(`MAXVALUE ${after.maximum}`);
  const start = before === null && base.minimum !== after.minimum ? null : base.start;
  if (start !== after.start) clauses.push(`START WITH ${after.start}`);
  if (base.cache !== after.cache) clauses.push(`CACHE ${after.cache}`);
  if (base.cycle !== after.cycle) clauses.push(after.cycle ? 'CYCLE' : 'NO CYCLE');
  return clauses;
}

/** CREATE SEQUENCE with all options. */
export const createSequence = ({
  reference,
  attributes: { unlogged, options },
}: {
  readonly reference: string;
  readonly attributes: { readonly unlogged: boolean; readonly options: SequenceOptions };
}): string =>
  [`CREATE ${unlogged ? 'UNLOGGED ' : ''}SEQUENCE ${reference}`, ...sequenceClauses(null, options)].join(' ');

/** RESTART where the position may be outside the new bounds, for which ALTER SEQUENCE raises an error; else null. */
export function restartClause(before: SequenceOptions, after: SequenceOptions): string | null {
  const [minimum, maximum, start] = [BigInt(after.minimum), BigInt(after.maximum), BigInt(before.start)];
  return minimum > start || maximum < start ? `RESTART WITH ${after.start}` : null;
}

/** setval() for a new sequence of a column with rows, so that nextval() returns no value that a row already has. */
export function continueAfterRows(
  relation: string,
  column: string,
  reference: string,
  sequence: string,
  options: SequenceOptions,
): Draft {
  const up = !options.increment.startsWith('-');
  const furthest = `${up ? 'max' : 'min'}(${column})`;
  return ddl(
    `SELECT pg_catalog.setval(${quoteLiteral(sequence)}, ${furthest}, true) FROM ${relation} ` +
      `HAVING ${furthest} ${up ? '>=' : '<='} ${options.start}`,
    {
      work: 'scan',
      why: `Sets the sequence of ${reference} to continue after the ${up ? 'highest' : 'lowest'} existing value.`,
    },
  );
}
