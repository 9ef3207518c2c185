// Small random schemas as fast-check arbitraries. Names come from a small pool, so that two schemas have much in common;
// every choice shrinks towards leaving its part out, so that a failure ends in a schema that is small enough to read.
import fc from 'fast-check';

export const ROLES: readonly string[] = ['keeper', 'reader', 'writer'];

type Type = readonly [name: string, values: readonly string[]];

const PLAIN: readonly Type[] = [
  ['integer', ['0', '42']],
  ['bigint', ['1']],
  ['text', ["''", "'heron'"]],
  ['varchar(20)', ["'crane'"]],
  ['numeric(8, 2)', ['1.50']],
  ['boolean', ['true', 'false']],
  ['date', ['CURRENT_DATE']],
  ['timestamptz', ['now()']],
  ['jsonb', ["'{}'"]],
];

/** Apart, as no array becomes a scalar by itself. */
const ARRAYS: readonly Type[] = [
  ['text[]', ["'{}'"]],
  ['integer[]', ["'{1}'"]],
];

const TABLES = ['alder', 'birch', 'cedar', '"Dogwood"'] as const;
const COLUMNS = ['a', 'b', 'c', 'd', '"Mixed Case"', 'größe', 'list'] as const;
const VIEWS = ['v_one', 'v_two', 'v_three'] as const;

/** Nothing in one of `every` cases; shrinks to nothing. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, every = 2): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: every, nil: null });
/** True in one of `every` cases; shrinks to false. */
const rarely = (every: number): fc.Arbitrary<boolean> => fc.nat(every - 1).map((n) => n === every - 1);
const role = fc.constantFrom(...ROLES);
/** A number that stands for one of a list which is known only when the schema is written down. */
const choice = fc.nat(23);

const pick = <T>(items: readonly T[], chosen: number): T => {
  const item = items[chosen % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const enumeration = fc.record({
  labels: fc.subarray(['low', 'middle', 'high', 'other'], { minLength: 1 }),
  comment: rarely(5),
});

const routine = fc.record({
  argument: fc.constantFrom('n', 'number'),
  body: fc.constantFrom('+ 1', '* 2'),
  comment: rarely(3),
  grantee: maybe(role),
});

const column = fc.record({ type: choice, value: maybe(choice), notNull: rarely(5) });
const index = fc.record({ first: choice, second: maybe(choice), partial: rarely(3) });

const table = fc.record({
  keyed: fc.boolean(),
  identity: maybe(fc.constantFrom('ALWAYS', 'BY DEFAULT')),
  columns: fc.tuple(...COLUMNS.map(() => maybe(column))),
  limit: maybe(fc.constantFrom(0, 10)),
  grows: rarely(3),
  generated: rarely(4),
  root: maybe(
    fc.record({
      target: choice,
      action: fc.constantFrom('', ' ON DELETE CASCADE', ' DEFERRABLE INITIALLY DEFERRED'),
    }),
  ),
  indexes: fc.tuple(maybe(index), maybe(index)),
  uniqueId: rarely(3),
  comment: maybe(fc.constantFrom('A tree', "The tree''s table")),
  described: maybe(choice),
  grant: maybe(fc.record({ privileges: fc.constantFrom('SELECT', 'ALL', 'SELECT, UPDATE'), role })),
  columnGrant: maybe(fc.record({ column: choice, role })),
  owned: rarely(7),
  policy: maybe(fc.record({ role, above: fc.constantFrom(0, 5) })),
});

const view = fc.record({
  from: choice,
  columns: fc.array(choice, { maxLength: 4 }),
  invoker: rarely(5),
  above: maybe(fc.constantFrom(1, 2)),
  grantee: maybe(role),
  comment: rarely(5),
});

const model = fc.record({
  mood: maybe(enumeration),
  size: maybe(enumeration),
  domain: maybe(fc.record({ base: fc.constantFrom('text', 'varchar(40)'), check: fc.boolean() })),
  grown: maybe(routine),
  tables: fc.tuple(...TABLES.map(() => maybe(table, 4))),
  views: fc.tuple(...VIEWS.map(() => maybe(view))),
  total: maybe(fc.boolean()),
});

type Model = typeof model extends fc.Arbitrary<infer T> ? T : never;
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;
type View = typeof view extends fc.Arbitrary<infer T> ? T : never;

/** The statements of one schema, each complete by itself, in an order that runs. */
export const randomSchema: fc.Arbitrary<readonly string[]> = model.map(statementsOf);

/** The same statements in any order; shrinks to the order they have. */
export const inAnyOrder = (statements: fc.Arbitrary<readonly string[]>) =>
  fc
    .record({ schema: statements, keys: fc.array(fc.nat(999), { minLength: 16, maxLength: 16 }) })
    .map(({ schema, keys }) => ({
      schema,
      shuffled: schema
        .map((statement, place) => ({ statement, key: pick(keys, place) }))
        .sort((a, b) => a.key - b.key)
        .map(({ statement }) => statement),
    }));

interface Column {
  readonly name: string;
  readonly type: string;
}

interface Relation {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keyed: boolean;
}

function statementsOf(schema: Model): readonly string[] {
  const out: string[] = [];
  const types = userTypes(schema, out);
  writeRoutine(schema, out);
  const planned = TABLES.flatMap((name, place) => {
    const shape = schema.tables[place];
    return shape ? [{ shape, relation: writeTable(name, shape, types, schema.grown !== null, out) }] : [];
  });
  const relations = planned.map(({ relation }) => relation);
  for (const { shape, relation } of planned) writeForeignKey(shape, relation, relations, out);
  for (const { shape, relation } of planned) writeExtras(shape, relation, out);
  writeViews(schema, relations, out);
  return out;
}

function userTypes({ mood, size, domain }: Model, out: string[]): readonly Type[] {
  const types: Type[] = [];
  for (const [name, shape] of [
    ['mood', mood],
    ['size', size],
  ] as const) {
    if (shape === null) continue;
    const [first = ''] = shape.labels;
    out.push(`CREATE TYPE ${name} AS ENUM (${shape.labels.map((label) => `'${label}'`).join(', ')})`);
    if (shape.comment) out.push(`COMMENT ON TYPE ${name} IS 'From ${first}'`);
    types.push([name, [`'${first}'`]], [`${name}[]`, ["'{}'"]]);
  }
  if (domain !== null) {
    out.push(`CREATE DOMAIN label AS ${domain.base}${domain.check ? " CONSTRAINT given CHECK (VALUE <> 'none')" : ''}`);
    types.push(['label', ["'x'"]]);
  }
  return types;
}

function writeRoutine({ grown }: Model, out: string[]): void {
  if (grown === null) return;
  const { argument, body, comment, grantee } = grown;
  out.push(
    `CREATE FUNCTION grown(${argument} integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT ${argument} ${body} $$`,
  );
  if (comment) out.push("COMMENT ON FUNCTION grown(integer) IS 'Bigger'");
  if (grantee !== null) out.push(`GRANT EXECUTE ON FUNCTION grown(integer) TO ${grantee}`);
}

function writeTable(name: string, shape: Table, types: readonly Type[], grown: boolean, out: string[]): Relation {
  const isArray = ([type]: Type): boolean => type.endsWith('[]');
  const scalars = [...PLAIN, ...types.filter((type) => !isArray(type))];
  const arrays = [...ARRAYS, ...types.filter(isArray)];
  const identity = shape.identity === null ? '' : ` GENERATED ${shape.identity} AS IDENTITY`;
  const lines = [shape.keyed ? `id bigint${identity} PRIMARY KEY` : 'id bigint'];
  const columns: Column[] = [{ name: 'id', type: 'bigint' }];
  for (const [place, column] of COLUMNS.entries()) {
    const chosen = shape.columns[place];
    if (!chosen) continue;
    const [type, values] = pick(column === 'list' ? arrays : scalars, chosen.type);
    const value = chosen.value === null ? '' : ` DEFAULT ${pick(values, chosen.value)}`;
    lines.push(`${column} ${type}${value}${chosen.notNull ? ' NOT NULL' : ''}`);
    columns.push({ name: column, type });
  }
  const number = columns.find(({ type }) => type === 'integer');
  const above = -(shape.limit ?? 0);
  if (number && shape.limit !== null) lines.push(`CONSTRAINT enough CHECK (${number.name} > ${above})`);
  if (number && grown && shape.grows) lines.push(`CONSTRAINT grows CHECK (grown(${number.name}) > ${above})`);
  if (number && shape.generated) {
    lines.push(`made integer GENERATED ALWAYS AS (${number.name} + ${shape.limit ?? 0}) STORED`);
    columns.push({ name: 'made', type: 'integer' });
  }
  out.push(`CREATE TABLE ${name} (${lines.join(', ')})`);
  return { name, columns, keyed: shape.keyed };
}

function writeForeignKey({ root }: Table, { name, columns }: Relation, all: readonly Relation[], out: string[]): void {
  const targets = all.filter(({ keyed }) => keyed);
  const column = columns.find((other) => other.type === 'bigint' && other.name !== 'id');
  if (root === null || !column || targets.length === 0) return;
  const target = pick(targets, root.target).name;
  out.push(`ALTER TABLE ${name} ADD CONSTRAINT root FOREIGN KEY (${column.name}) REFERENCES ${target}${root.action}`);
}

function writeExtras(shape: Table, { name, columns, keyed }: Relation, out: string[]): void {
  const bare = name.replaceAll('"', '').toLowerCase();
  const indexable = columns.filter(({ type }) => type !== 'jsonb');
  for (const [place, suffix] of ['one', 'two'].entries()) {
    const chosen = shape.indexes[place];
    if (!chosen) continue;
    const on = [chosen.first, ...(chosen.second === null ? [] : [chosen.second])].map((n) => pick(indexable, n).name);
    out.push(
      `CREATE INDEX ${bare}_${suffix} ON ${name} (${[...new Set(on)].join(', ')})${chosen.partial ? ' WHERE id > 0' : ''}`,
    );
  }
  if (!keyed && shape.uniqueId) out.push(`CREATE UNIQUE INDEX ${bare}_id ON ${name} (id)`);
  if (shape.comment !== null) out.push(`COMMENT ON TABLE ${name} IS '${shape.comment}'`);
  if (shape.described !== null) out.push(`COMMENT ON COLUMN ${name}.${pick(columns, shape.described).name} IS 'Leaf'`);
  if (shape.grant !== null) out.push(`GRANT ${shape.grant.privileges} ON ${name} TO ${shape.grant.role}`);
  if (shape.columnGrant !== null) {
    out.push(`GRANT UPDATE (${pick(columns, shape.columnGrant.column).name}) ON ${name} TO ${shape.columnGrant.role}`);
  }
  if (shape.owned) out.push(`ALTER TABLE ${name} OWNER TO keeper`);
  if (shape.policy !== null) {
    out.push(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    out.push(`CREATE POLICY shade ON ${name} TO ${shape.policy.role} USING (id > ${shape.policy.above})`);
  }
}

function writeViews({ views, total }: Model, tables: readonly Relation[], out: string[]): void {
  const known = [...tables];
  for (const [place, name] of VIEWS.entries()) {
    const shape = views[place];
    if (shape && known.length > 0) known.push(writeView(name, shape, pick(known, shape.from), out));
  }
  const from = known.at(-1);
  if (total === null || from === undefined) return;
  out.push(`CREATE MATERIALIZED VIEW m_one AS SELECT max(id) AS id, count(*) AS n FROM ${from.name}`);
  if (total) out.push('CREATE UNIQUE INDEX m_one_id ON m_one (id)');
}

function writeView(name: string, shape: View, from: Relation, out: string[]): Relation {
  const chosen = new Set(['id', ...shape.columns.map((n) => pick(from.columns, n).name)]);
  const columns = from.columns.filter((column) => chosen.has(column.name));
  const options = shape.invoker ? ' WITH (security_invoker = true)' : '';
  const where = shape.above === null ? '' : ` WHERE id > ${shape.above}`;
  out.push(`CREATE VIEW ${name}${options} AS SELECT ${[...chosen].join(', ')} FROM ${from.name}${where}`);
  if (shape.grantee !== null) out.push(`GRANT SELECT ON ${name} TO ${shape.grantee}`);
  if (shape.comment) out.push(`COMMENT ON VIEW ${name} IS 'Seen'`);
  return { name, columns, keyed: false };
}
