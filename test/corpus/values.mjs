// The values of a database for the judge of the corpora: hostile rows in its tables, what it holds, and what was lost.
// Shares no code with the proof: rows are read and compared in a way of its own.

/** Rows whose columns are compared by name, and what tells whether a column means the same before and after. */
const RELATIONS = `
  SELECT c.oid::int8 AS oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relkind AS kind,
         c.relispopulated AS populated, CASE WHEN c.relkind = 'm' THEN pg_catalog.pg_get_viewdef(c.oid) END AS definition,
         (SELECT pg_catalog.json_agg(pg_catalog.json_build_object(
                   'name', a.attname, 'quoted', pg_catalog.quote_ident(a.attname), 'type', a.atttypid::int8,
                   'written', pg_catalog.format_type(a.atttypid, a.atttypmod), 'modifier', a.atttypmod, 'notNull', a.attnotnull,
                   'generated', a.attgenerated <> '', 'always', a.attidentity = 'a',
                   'sequence', CASE WHEN c.relkind = 'r'
                                    THEN pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname) END)
                   ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND c.oid >= 16384
     AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'schema_migrations')
   ORDER BY 2`;

const TYPES = `
  SELECT t.oid::int8 AS oid, t.typname AS name, t.typtype AS kind, pg_catalog.format_type(t.oid, NULL) AS written,
         CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END::int8 AS element, t.typbasetype::int8 AS base, t.typtypmod AS modifier,
         pg_catalog.format_type(t.typbasetype, t.typtypmod) AS based,
         coalesce((SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid), 0)::int8 AS subtype,
         (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) AS labels,
         (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname, 'type', a.atttypid::int8, 'modifier', a.atttypmod,
                   'written', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS fields
    FROM pg_catalog.pg_type t`;

async function readTypes(client) {
  const { rows } = await client.query(TYPES);
  return new Map(rows.map((row) => [Number(row.oid), row]));
}

/** Texts that the input function of a type reads; null for NULL. Not every one satisfies a domain's constraints. */
export function hostileTexts(oid, modifier, types, depth = 0) {
  const type = types.get(Number(oid));
  if (!type || depth > 4) return [null];
  const inside = (other, of = -1) => hostileTexts(other, of, types, depth + 1);
  if (type.kind === 'd') return inside(type.base, type.modifier);
  if (type.kind === 'e') return [...new Set([type.labels?.at(-1), type.labels?.[0]])].map((label) => label ?? null);
  if (Number(type.element) !== 0 && type.written.endsWith('[]')) return arrays(inside(type.element, modifier));
  if (type.kind === 'c') return composites((type.fields ?? []).map((field) => inside(field.type, field.modifier)));
  if (type.kind === 'r') return ranges(inside(type.subtype));
  return scalars(type.name, modifier);
}

const quoted = (text) => (text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`);
const arrays = (items) => [
  `{${items.slice(0, 3).map(quoted).join(',')},NULL}`,
  '{}',
  `{${quoted(items.at(-1))}}`,
  `{{${quoted(items[0])}},{NULL}}`,
];
const field = (text) => (text === null ? '' : `"${text.replace(/["\\]/g, '\\$&')}"`);
const composites = (fields) =>
  [0, 1, 2, 3].map((turn) =>
    turn === 3
      ? `(${fields.map(() => '').join(',')})`
      : `(${fields.map((texts) => field(texts[turn % texts.length])).join(',')})`,
  );
const ranges = ([text]) => [`[${field(text)},${field(text)}]`, 'empty', '(,)', `(,${field(text)})`];

function scalars(name, modifier) {
  const cut = (texts) => (modifier > 4 ? [...new Set(texts.map((text) => text.slice(0, modifier - 4)))] : texts);
  if (name === 'numeric') {
    if (modifier <= 4) return ['12345678901234567890.123456789', 'NaN', '0', '-0.5'];
    const [precision, scale] = [(modifier - 4) >> 16, (modifier - 4) & 0x7ff];
    const whole = precision - scale > 0 ? '9'.repeat(precision - scale) : '0';
    const most = scale > 0 && scale < 1000 ? `${whole}.${'9'.repeat(Math.min(scale, precision))}` : whole;
    return [most, `-${most}`, '0', 'NaN'];
  }
  if (['text', 'varchar', 'bpchar', 'citext', 'name'].includes(name)) {
    return cut(['Ann', 'ANN', 'ünï "q" \\ , {} ()', 'x  ', '', '007']);
  }
  return SCALARS[name] ?? [null];
}

const SCALARS = {
  int2: ['32767', '-32768', '0', '7'],
  int4: ['2147483647', '-2147483648', '0', '7'],
  int8: ['9223372036854775807', '-9223372036854775808', '0', '7'],
  float4: ['0.1', '-0', 'Infinity', 'NaN'],
  float8: ['0.1', '1e-300', 'Infinity', 'NaN'],
  bool: ['true', 'false'],
  date: ['2020-02-29', '0044-03-15 BC', 'infinity', '-infinity'],
  timestamp: ['2020-02-29 23:59:59.999999', '0044-03-15 12:00:00 BC', 'infinity', '2020-01-01'],
  timestamptz: ['2020-02-29 23:59:59.999999+05:30', '1969-12-31 23:59:59.5+00', 'infinity', '2020-01-01+00'],
  time: ['23:59:59.999999', '00:00', '24:00'],
  timetz: ['23:59:59.999999+05:30', '00:00+00'],
  interval: ['1 mon -1 day 00:00:00.000001', '-5 years', '0'],
  uuid: ['00000000-0000-4000-8000-000000000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  json: ['{"a": null, "a": 1}', '[1,"x"]', 'null'],
  jsonb: ['{"a": null}', '[1, "x"]', 'null'],
  bytea: ['\\x00ff', '\\x'],
  inet: ['10.0.0.1/8', '::1'],
  cidr: ['10.0.0.0/8', '::/0'],
  oid: ['4294967295', '0'],
  money: ['12.34', '-0.01'],
};

/** As many rows as the longest list of texts has, and one of NULL where that may be. */
const ROWS = 6;

/**
 * Puts rows of extreme values, of NULL, of texts that differ in case only and of nested types into every table. Rows that
 * the constraints of a table refuse are left out.
 */
export async function fillHostile(client) {
  const types = await readTypes(client);
  const accepted = new Map();
  await client.query('BEGIN');
  await client.query('SET LOCAL session_replication_role = replica');
  for (const { name, kind, columns } of (await client.query(RELATIONS)).rows) {
    if (kind !== 'r') continue;
    const written = (columns ?? []).filter((column) => !column.generated);
    const texts = [];
    for (const column of written) texts.push(await readable(client, column, types, accepted));
    for (let row = 0; row < ROWS; row += 1) await insertRow(client, name, written, texts, row);
  }
  await client.query('COMMIT');
}

/** The texts that a column's type accepts, domain constraints included. */
async function readable(client, column, types, accepted) {
  const known = accepted.get(column.written);
  if (known) return known;
  const texts = [];
  for (const text of hostileTexts(column.type, column.modifier, types)) {
    if (text !== null && (await tried(client, `SELECT $1::text::${column.written}`, [text]))) texts.push(text);
  }
  accepted.set(column.written, texts);
  return texts;
}

function insertRow(client, name, columns, texts, row) {
  const values = columns.map((column, index) => {
    const list = texts[index];
    if (list.length === 0 || (row === ROWS - 1 && !column.notNull)) return column.notNull ? 'DEFAULT' : 'NULL';
    return `'${list[row % list.length].replaceAll("'", "''")}'`;
  });
  const names = columns.map((column) => column.quoted).join(', ');
  const sql =
    columns.length === 0
      ? `INSERT INTO ${name} DEFAULT VALUES`
      : `INSERT INTO ${name} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')})`;
  return tried(client, `SET LOCAL standard_conforming_strings = on; ${sql}`);
}

async function tried(client, sql, values) {
  await client.query('SAVEPOINT tried');
  try {
    await client.query(sql, values);
    await client.query('RELEASE SAVEPOINT tried');
    return true;
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT tried');
    return false;
  }
}

/**
 * What a database holds: by relation its rows as JSON (nested values by the names of their attributes), the signatures of
 * its columns, and the next value of its columns' sequences.
 */
export async function readValues(client) {
  const types = await readTypes(client);
  const found = new Map();
  for (const relation of (await client.query(RELATIONS)).rows) {
    const { name, kind, populated, definition } = relation;
    const columns = relation.columns ?? [];
    const rows = populated
      ? (await client.query(`SELECT to_json("a row of it")::text AS row FROM ONLY ${name} "a row of it"`)).rows
      : [];
    const sequences = new Map();
    for (const column of columns.filter(({ sequence }) => sequence)) {
      const [state] = (await client.query(`SELECT last_value::text, is_called FROM ${column.sequence}`)).rows;
      sequences.set(column.name, BigInt(state.last_value) + (state.is_called ? 1n : 0n));
    }
    found.set(name, {
      kind,
      populated,
      definition,
      sequences,
      rows: rows.map(({ row }) => exactly(row)),
      columns: new Map(
        columns.map((column) => [
          column.name,
          {
            written: column.written,
            generated: column.generated,
            sequence: column.sequence,
            names: namesOf(column.type, types),
            shape: shapeOf(column, types),
          },
        ]),
      ),
    });
  }
  return found;
}

/** JSON whose numbers stay texts: a bigint has more digits than JavaScript's numbers. */
const exactly = (json) =>
  JSON.parse(
    json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    ),
  );

/** The type of a value as a tree of attribute names, for a comparison by name. */
function shapeOf({ type: oid, written }, types, depth = 0) {
  const type = types.get(Number(oid));
  if (!type || depth > 6) return written;
  if (type.kind === 'd') return shapeOf({ type: type.base, written: type.based }, types, depth + 1);
  if (Number(type.element) !== 0 && written.endsWith('[]')) {
    return { items: shapeOf({ type: type.element, written: written.replace(/\[\]$/, '') }, types, depth + 1) };
  }
  if (type.kind !== 'c') return written;
  return {
    fields: Object.fromEntries((type.fields ?? []).map((f) => [f.name, shapeOf(f, types, depth + 1)])),
  };
}

/** The names of all types that a value contains. */
function namesOf(oid, types, seen = new Set()) {
  const type = types.get(Number(oid));
  if (!type || seen.has(type.oid)) return [];
  seen.add(type.oid);
  const inside = [type.element, type.base, type.subtype, ...(type.fields ?? []).map((f) => f.type)];
  return [type.written, ...inside.flatMap((other) => namesOf(other, types, seen))];
}

/**
 * The values that are in `before` and not in `after`, as sentences. `announced` are the losses that a plan states; with
 * `exact` values are compared as texts also where their type differs, as after an undo.
 */
export function lostValues(before, after, { announced, exact }) {
  const said = (words) => announced.some((text) => words.some((word) => names(text, word)));
  return [...before].flatMap(([relation, old]) => {
    const now = after.get(relation);
    if (!now || now.kind !== old.kind)
      return now || said([relation]) || old.rows.length === 0 || old.kind === 'm' ? [] : [`${relation} is gone`];
    if (old.kind === 'm') return emptied(relation, old, now);
    const lost = [];
    if (now.rows.length < old.rows.length && !said([relation])) {
      lost.push(`${relation} had ${old.rows.length} rows and has ${now.rows.length}`);
    }
    if (now.rows.length !== old.rows.length) return lost;
    for (const [name, column] of old.columns) {
      const other = now.columns.get(name);
      if (said([`${relation}.${name}`, `${relation}.${JSON.stringify(name)}`, ...column.names])) continue;
      if (!other) {
        if (!column.generated && old.rows.some((row) => row[name] !== null)) lost.push(`${relation}.${name} is gone`);
        continue;
      }
      if (other.generated) continue;
      if (differs(old, now, name, column.shape, other.shape, exact)) lost.push(`values of ${relation}.${name} changed`);
      const [was, is] = [old.sequences.get(name), now.sequences.get(name)];
      if (was !== undefined && is !== undefined && is < was) {
        lost.push(`the next value of ${relation}.${name} was ${was} and is ${is}`);
      }
    }
    return lost;
  });
}

/** Whether a text names an object, and not only one whose name begins alike. */
const names = (text, word) => {
  const at = text.indexOf(word);
  return at >= 0 && !/[\w"]/.test(text[at - 1] ?? ' ') && !/[\w".]/.test(text[at + word.length] ?? ' ');
};

function emptied(relation, old, now) {
  if (!old.populated) return [];
  if (!now.populated) return [`materialized view ${relation} is no longer populated`];
  const same = old.definition === now.definition && now.rows.length < old.rows.length;
  return same ? [`materialized view ${relation} had ${old.rows.length} rows and has ${now.rows.length}`] : [];
}

function differs(old, now, name, shape, other, exact) {
  const texts = ({ rows }) => rows.map((row) => JSON.stringify(comparable(row[name], shape, other, exact))).sort();
  return JSON.stringify(texts(old)) !== JSON.stringify(texts(now));
}

/**
 * A value with what both shapes have: attributes that only one of them has are left out; of values whose type changes only
 * what no change of type may lose is compared: whether there is one, and of numbers their value.
 */
function comparable(value, shape, other, exact) {
  if (value === null || value === undefined) return null;
  if (shape.items && other.items && Array.isArray(value)) {
    return value.map((item) =>
      comparable(item, Array.isArray(item) ? shape : shape.items, Array.isArray(item) ? other : other.items, exact),
    );
  }
  if (shape.fields && other.fields && typeof value === 'object') {
    const both = Object.keys(shape.fields)
      .filter((field) => field in other.fields)
      .sort();
    return both.map((field) => comparable(value[field], shape.fields[field], other.fields[field], exact));
  }
  if (exact || shape === other) return value;
  return typeof value === 'string' && NUMBERS.test(shape) && NUMBERS.test(other) ? plain(value) : '*';
}

const NUMBERS = /^(smallint|integer|bigint|numeric.*)$/;
const plain = (text) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
