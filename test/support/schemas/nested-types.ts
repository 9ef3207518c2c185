// Pairs of small schemas with nested data types in tables as fast-check arbitraries: a domain, an enum and composite types
// within each other, in columns and arrays. What stays the same in a pair is much, so that each change is seen alone.
import fc from 'fast-check';

const SCALARS = [
  'integer',
  'bigint',
  'smallint',
  'numeric(8,2)',
  'numeric(12,4)',
  'text',
  'varchar(4)',
  'varchar(20)',
  'char(3)',
  'boolean',
  'double precision',
  'date',
  'timestamp(0)',
  'timestamptz',
  'json',
  'jsonb',
] as const;

const scalar = fc.constantFrom(...SCALARS);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: null });

const PARTS = ['x', 'y', 'z'] as const;
const COLUMNS = ['a', 'b', 'c', 'd'] as const;

/** Attributes by name, in an order of their own. */
const attributes = (type: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.shuffledSubarray([...PARTS], { minLength: 1 }), fc.tuple(...PARTS.map(() => type)))
    .map(([names, types]) => names.map((name) => `${name} ${types[PARTS.indexOf(name)]}`));

const inner = attributes(
  fc.oneof(
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.constantFrom('mood', 'amount', 'mood[]', 'amount[]') },
  ),
);
const outer = attributes(
  fc.oneof(
    { weight: 1, arbitrary: scalar },
    { weight: 3, arbitrary: fc.constantFrom('spot', 'spot[]', 'amount', 'place') },
  ),
);
const column = fc.oneof(
  { weight: 1, arbitrary: scalar },
  {
    weight: 4,
    arbitrary: fc.constantFrom('spot', 'spot[]', 'parcel', 'parcel[]', 'place', 'amount', 'amount[]', 'mood', 'mood[]'),
  },
);

/** The parts of a schema; each is kept or changed as a whole. */
const model = fc.record({
  mood: fc.shuffledSubarray(['low', 'middle', 'high'], { minLength: 1 }),
  amount: fc.record({
    base: fc.constantFrom('integer', 'bigint', 'numeric(8,2)', 'numeric(12,4)', 'text', 'varchar(4)'),
    check: fc.boolean(),
  }),
  spot: inner,
  parcel: outer,
  check: fc.boolean(),
  columns: fc.tuple(...COLUMNS.map(() => some(column))),
  unique: fc.boolean(),
});

type Model = typeof model extends fc.Arbitrary<infer T> ? T : never;
const PART_NAMES = [
  'mood',
  'amount',
  'spot',
  'parcel',
  'check',
  'columns',
  'unique',
] as const satisfies readonly (keyof Model)[];

/** Two schemas that differ in some parts, as scripts. */
export const changedTypes = fc
  .record({ before: model, other: model, changed: fc.subarray([...PART_NAMES], { minLength: 1, maxLength: 3 }) })
  .map(({ before, other, changed }) => {
    const after = { ...before, ...Object.fromEntries(changed.map((part) => [part, other[part]])) };
    return { before: scriptOf(before), after: scriptOf(after) };
  });

function scriptOf({ mood, amount, spot, parcel, check, columns, unique }: Model): readonly string[] {
  const named = columns.flatMap((type, place) => (type === null ? [] : [`${COLUMNS[place]} ${type}`]));
  return [
    `CREATE TYPE mood AS ENUM (${mood.map((label) => `'${label}'`).join(', ')})`,
    `CREATE DOMAIN amount AS ${amount.base}${amount.check ? " CHECK (VALUE::text <> '13')" : ''}`,
    `CREATE TYPE spot AS (${spot.join(', ')})`,
    `CREATE DOMAIN place AS spot${check ? ' CHECK (VALUE IS DISTINCT FROM NULL)' : ''}`,
    `CREATE TYPE parcel AS (${parcel.join(', ')})`,
    `CREATE TABLE goods (${['id integer', ...named].join(', ')})`,
    ...(unique && columns[0] === 'mood' ? ['CREATE UNIQUE INDEX goods_a ON goods (a)'] : []),
  ];
}
