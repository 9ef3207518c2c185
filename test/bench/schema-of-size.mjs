// @ts-check
// A made-up schema of any number of tables: 8 columns, a primary key, a foreign key and two indexes each, comments,
// and a view over every fifth.

/**
 * @param {number} tables
 * @returns {{ name: string, sql: string }[]} a file for each table; in this order they run as they stand
 */
export function schemaOfSize(tables) {
  const files = [{ name: '0000_shared', sql: SHARED }];
  for (let n = 1; n <= tables; n += 1) files.push({ name: `item_${padded(n)}`, sql: tableSql(n) });
  return files;
}

/** The same with one more column in the table in the middle. */
export function oneColumnMore(/** @type {number} */ tables) {
  const middle = `item_${padded(Math.ceil(tables / 2))}`;
  return schemaOfSize(tables).map(({ name, sql }) =>
    name === middle
      ? { name, sql: sql.replace('  note text,', '  note text,\n  added_later integer,') }
      : { name, sql },
  );
}

const SHARED = `CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('draft', 'open', 'paid', 'sent', 'closed');
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at = now(); RETURN NEW; END $$;
`;

const padded = (/** @type {number} */ n) => String(n).padStart(4, '0');

function tableSql(/** @type {number} */ n) {
  const name = `shop.item_${padded(n)}`;
  const referenced = `shop.item_${padded(Math.max(1, n - 1 - (n % 7)))}`;
  const view =
    n % 5 === 0
      ? `CREATE VIEW ${name}_open AS
  SELECT i.id, i.code, i.amount, p.code AS parent_code FROM ${name} i LEFT JOIN ${referenced} p ON p.id = i.parent_id
   WHERE i.state <> 'closed';
COMMENT ON VIEW ${name}_open IS 'What is left to do in item ${n}';
`
      : '';
  return `CREATE TABLE ${name} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent_id bigint REFERENCES ${referenced} ON DELETE CASCADE,
  code varchar(40) NOT NULL UNIQUE,
  state shop.state NOT NULL DEFAULT 'draft',
  amount numeric(12, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz
);
CREATE INDEX item_${padded(n)}_parent ON ${name} (parent_id);
CREATE INDEX item_${padded(n)}_new ON ${name} (created_at DESC) WHERE state = 'open';
COMMENT ON TABLE ${name} IS 'Item number ${n}';
COMMENT ON COLUMN ${name}.amount IS 'In euros, with tax';
${view}`;
}
