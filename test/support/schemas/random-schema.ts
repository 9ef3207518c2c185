// Small random schemas from a seed. Names come from a small pool, so that two schemas have much in common.

/** Numbers that follow from the seed alone (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.roll() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Each item with the given probability, in their order. */
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.roll() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}

export const ROLES: readonly string[] = ['keeper', 'reader', 'writer'];

interface Column {
  readonly name: string;
  readonly type: string;
}

interface Relation {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keyed: boolean;
}

/** Types with defaults; `null` where none is worth writing. */
const PLAIN: readonly (readonly [string, readonly string[]])[] = [
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
const ARRAYS: readonly (readonly [string, readonly string[]])[] = [
  ['text[]', ["'{}'"]],
  ['integer[]', ["'{1}'"]],
];

const COLUMNS = ['a', 'b', 'c', 'd', '"Mixed Case"', 'größe'];
const TABLES = ['alder', 'birch', 'cedar', '"Dogwood"'];

/** The statements of one schema, each complete by itself, in an order that runs. */
export function randomSchema(dice: Dice): string[] {
  const statements: string[] = [];
  const types = userTypes(dice, statements);
  const functions = dice.chance(0.6) ? routines(dice, statements) : [];
  const tables = dice.some(TABLES, 0.75).map((name) => table(dice, name, types, functions, statements));
  foreignKeys(dice, tables, statements);
  for (const relation of tables) extras(dice, relation, statements);
  views(dice, tables, statements);
  return statements;
}

function userTypes(dice: Dice, out: string[]): [string, string[]][] {
  const types: [string, string[]][] = [];
  for (const name of dice.some(['mood', 'size'], 0.6)) {
    const labels = dice.some(['low', 'middle', 'high', 'other'], 0.7);
    const used = labels.length === 0 ? ['only'] : labels;
    out.push(`CREATE TYPE ${name} AS ENUM (${used.map((label) => `'${label}'`).join(', ')})`);
    if (dice.chance(0.2)) out.push(`COMMENT ON TYPE ${name} IS 'From ${used[0]}'`);
    types.push([name, [`'${dice.pick(used)}'`]], [`${name}[]`, ["'{}'"]]);
  }
  if (dice.chance(0.5)) {
    const check = dice.chance(0.5) ? " CONSTRAINT given CHECK (VALUE <> 'none')" : '';
    out.push(`CREATE DOMAIN label AS ${dice.pick(['text', 'varchar(40)'])}${check}`);
    types.push(['label', ["'x'"]]);
  }
  return types;
}

function routines(dice: Dice, out: string[]): string[] {
  const argument = dice.pick(['n', 'number']);
  const body = dice.pick([`${argument} + 1`, `${argument} * 2`]);
  out.push(`CREATE FUNCTION grown(${argument} integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT ${body} $$`);
  if (dice.chance(0.3)) out.push("COMMENT ON FUNCTION grown(integer) IS 'Bigger'");
  if (dice.chance(0.3)) out.push(`GRANT EXECUTE ON FUNCTION grown(integer) TO ${dice.pick(ROLES)}`);
  return ['grown'];
}

function table(
  dice: Dice,
  name: string,
  types: readonly (readonly [string, readonly string[]])[],
  functions: readonly string[],
  out: string[],
): Relation {
  const isArray = ([type]: readonly [string, readonly string[]]): boolean => type.endsWith('[]');
  const scalars = [...PLAIN, ...[...types, ...types].filter((type) => !isArray(type))];
  const arrays = [...ARRAYS, ...types.filter(isArray)];
  const keyed = dice.chance(0.8);
  const identity = dice.chance(0.3) ? ` GENERATED ${dice.pick(['ALWAYS', 'BY DEFAULT'])} AS IDENTITY` : '';
  const lines = [keyed ? `id bigint${identity} PRIMARY KEY` : 'id bigint'];
  const columns: Column[] = [{ name: 'id', type: 'bigint' }];
  for (const column of dice.some([...COLUMNS, 'list'], 0.6)) {
    const [type, values] = dice.pick(column === 'list' ? arrays : scalars);
    const value = dice.chance(0.35) ? ` DEFAULT ${dice.pick(values)}` : '';
    lines.push(`${column} ${type}${value}${dice.chance(0.2) ? ' NOT NULL' : ''}`);
    columns.push({ name: column, type });
  }
  const number = columns.find((column) => column.type === 'integer');
  const limit = dice.pick([0, 10]);
  if (number && dice.chance(0.5)) lines.push(`CONSTRAINT enough CHECK (${number.name} > ${-limit})`);
  if (number && functions[0] && dice.chance(0.3))
    lines.push(`CONSTRAINT grows CHECK (${functions[0]}(${number.name}) > ${-limit})`);
  if (number && dice.chance(0.25)) {
    lines.push(`made integer GENERATED ALWAYS AS (${number.name} + ${limit}) STORED`);
    columns.push({ name: 'made', type: 'integer' });
  }
  out.push(`CREATE TABLE ${name} (${lines.join(', ')})`);
  return { name, columns, keyed };
}

function foreignKeys(dice: Dice, tables: readonly Relation[], out: string[]): void {
  const targets = tables.filter((relation) => relation.keyed);
  for (const relation of tables) {
    const column = relation.columns.find((other) => other.type === 'bigint' && other.name !== 'id');
    if (!column || targets.length === 0 || !dice.chance(0.6)) continue;
    const action = dice.pick(['', ' ON DELETE CASCADE', ' DEFERRABLE INITIALLY DEFERRED']);
    const target = dice.pick(targets).name;
    out.push(
      `ALTER TABLE ${relation.name} ADD CONSTRAINT root FOREIGN KEY (${column.name}) REFERENCES ${target}${action}`,
    );
  }
}

function extras(dice: Dice, { name, columns, keyed }: Relation, out: string[]): void {
  const bare = name.replaceAll('"', '').toLowerCase();
  const indexable = columns.filter(({ type }) => type !== 'jsonb');
  for (const suffix of dice.some(['one', 'two'], 0.4)) {
    const on = dice.shuffled(indexable).slice(0, dice.pick([1, 2]));
    const where = dice.chance(0.3) ? ' WHERE id > 0' : '';
    out.push(`CREATE INDEX ${bare}_${suffix} ON ${name} (${on.map((column) => column.name).join(', ')})${where}`);
  }
  if (!keyed && dice.chance(0.3)) out.push(`CREATE UNIQUE INDEX ${bare}_id ON ${name} (id)`);
  if (dice.chance(0.3)) out.push(`COMMENT ON TABLE ${name} IS '${dice.pick(['A tree', "The tree''s table"])}'`);
  const described = dice.pick(columns).name;
  if (dice.chance(0.3)) out.push(`COMMENT ON COLUMN ${name}.${described} IS 'Leaf'`);
  if (dice.chance(0.4))
    out.push(`GRANT ${dice.pick(['SELECT', 'ALL', 'SELECT, UPDATE'])} ON ${name} TO ${dice.pick(ROLES)}`);
  if (dice.chance(0.2)) out.push(`GRANT UPDATE (${described}) ON ${name} TO ${dice.pick(ROLES)}`);
  if (dice.chance(0.15)) out.push(`ALTER TABLE ${name} OWNER TO keeper`);
  if (dice.chance(0.2)) {
    out.push(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
    out.push(`CREATE POLICY shade ON ${name} TO ${dice.pick(ROLES)} USING (id > ${dice.pick([0, 5])})`);
  }
}

function views(dice: Dice, tables: readonly Relation[], out: string[]): void {
  const known = [...tables];
  for (const name of dice.some(['v_one', 'v_two', 'v_three'], 0.6)) {
    if (known.length === 0) return;
    const from = dice.pick(known);
    const chosen = [from.columns[0] ?? { name: 'id', type: 'bigint' }, ...dice.some(from.columns.slice(1), 0.7)];
    const options = dice.chance(0.2) ? ' WITH (security_invoker = true)' : '';
    const where = dice.chance(0.4) ? ` WHERE id > ${dice.pick([1, 2])}` : '';
    const list = chosen.map((column) => column.name).join(', ');
    out.push(`CREATE VIEW ${name}${options} AS SELECT ${list} FROM ${from.name}${where}`);
    if (dice.chance(0.4)) out.push(`GRANT SELECT ON ${name} TO ${dice.pick(ROLES)}`);
    if (dice.chance(0.2)) out.push(`COMMENT ON VIEW ${name} IS 'Seen'`);
    known.push({ name, columns: chosen, keyed: false });
  }
  const [from] = known.slice(-1);
  if (from === undefined || !dice.chance(0.4)) return;
  out.push(`CREATE MATERIALIZED VIEW m_one AS SELECT max(id) AS id, count(*) AS n FROM ${from.name}`);
  if (dice.chance(0.5)) out.push('CREATE UNIQUE INDEX m_one_id ON m_one (id)');
}
