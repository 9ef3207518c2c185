// Modifiers of types that only a stand-in knows, geometry(Point,4326): PostgreSQL stores them as a number that the
// type's own library makes and reads. A stand-in can make a number of any modifier, but can't read it back; so what is
// sent names a number in its place, and what comes back is put into words again.
import { asNode } from '../sql/node.ts';
import { splitStatements } from '../sql/parser.ts';
import type { Scratch } from './interface.ts';
import type { Profile } from './profile.ts';

/** What stands in parentheses in what is sent, and the number that PostgreSQL makes and prints of it. */
interface Code {
  readonly sent: number;
  readonly printed: string;
}

let codes: readonly Code[] | undefined;
const MOST = 4000;

/** Words by the number printed, and codes by the words; they hold for the whole process. */
const words = new Map<string, string>();
const assigned = new Map<string, Code>();

/** The same scratch, in which modifiers of stand-ins' types can be written and read. */
export async function readModifiers(scratch: Scratch, profile: Profile): Promise<Scratch> {
  const types = (profile.extensions ?? []).flatMap((standIn) => Object.keys(standIn.modified));
  if (types.length === 0 || scratch.bundles === null) return scratch;
  codes ??= await readCodes(scratch);
  const known = codes;
  const modifiers = profile.modifiers ?? {};
  const names = new Set(types);
  const alternatives = types.map((type) => type.replaceAll(/[$.*+?^()[\]{}|\\]/g, '\\$&')).join('|');
  const written = new RegExp(`(?:${alternatives})"?\\s*\\(`, 'i');
  const printed = new RegExp(`((?:${alternatives})"?)\\((\\d+)\\)`, 'g');
  const encode = (sql: string): string => (written.test(sql) ? encoded(sql, names, modifiers, known) : sql);
  const decode = <Row extends Readonly<Record<string, unknown>>>(row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'string'
          ? value.replace(printed, (all, type: string, number: string) =>
              words.has(number) ? `${type}(${words.get(number)})` : all,
            )
          : value,
      ]),
    ) as Row;
  return {
    ...scratch,
    query: async (sql, parameters, options) => (await scratch.query(encode(sql), parameters, options)).map(decode),
    script: async (sql, options) => (await scratch.script(encode(sql), options)).map((rows) => rows.map(decode)),
  };
}

/** The function that reads a stand-in's modifiers is a hash; a negative one would count as no modifier. */
async function readCodes(scratch: Scratch): Promise<readonly Code[]> {
  await scratch.script(
    `CREATE FUNCTION pg_temp.modifier(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashvarlena'`,
  );
  const rows = await scratch.query(
    `SELECT n, m FROM (SELECT n, pg_temp.modifier(('{' || n || '}')::cstring[]) AS m FROM generate_series(1, ${MOST}) n) q WHERE m >= 0`,
  );
  await scratch.script('DROP FUNCTION pg_temp.modifier(cstring[])');
  return rows.map((row) => ({ sent: Number(row['n']), printed: String(row['m']) }));
}

function encoded(
  sql: string,
  types: ReadonlySet<string>,
  modifiers: Readonly<Record<string, string>>,
  known: readonly Code[],
): string {
  let text = sql;
  for (const { type, from, to } of modifierPlaces(sql, types).toReversed()) {
    const said = spelling(sql.slice(from, to));
    const meant = modifiers[`${type}(${said})`] ?? said;
    const code = assigned.get(meant) ?? known[assigned.size];
    if (code === undefined) continue;
    assigned.set(meant, code);
    words.set(code.printed, meant);
    text = text.slice(0, from) + code.sent + text.slice(to);
  }
  return text;
}

/** Without the white space that says nothing. */
export const spelling = (modifier: string): string => modifier.trim().replaceAll(/\s*,\s*/g, ',');

export interface ModifierPlace {
  readonly type: string;
  /** Offsets of what stands between the parentheses. */
  readonly from: number;
  readonly to: number;
}

/** Where a text of SQL gives modifiers to one of `types`, in order; none where it does not parse. */
export function modifierPlaces(sql: string, types: ReadonlySet<string>): ModifierPlace[] {
  try {
    const found = splitStatements(sql).flatMap(({ node }) => typeNames(node, types));
    return found
      .flatMap(({ type, location }) => {
        const from = sql.indexOf('(', location) + 1;
        const to = closing(sql, from);
        return from > 0 && to > from ? [{ type, from, to }] : [];
      })
      .sort((one, other) => one.from - other.from);
  } catch {
    return [];
  }
}

/** TypeName nodes with modifiers, anywhere in a tree. */
function typeNames(value: unknown, types: ReadonlySet<string>): { type: string; location: number }[] {
  if (Array.isArray(value)) return value.flatMap((item) => typeNames(item, types));
  const node = asNode(value);
  if (!node) return [];
  const last = Array.isArray(node['names']) ? asNode(asNode(node['names'].at(-1))?.['String'])?.['sval'] : undefined;
  const location = node['location'];
  const found =
    Array.isArray(node['typmods']) && typeof last === 'string' && types.has(last) && typeof location === 'number'
      ? [{ type: last, location }]
      : [];
  return [...found, ...Object.values(node).flatMap((child) => typeNames(child, types))];
}

/** The parenthesis that closes the one before `from`. */
function closing(sql: string, from: number): number {
  let quoted = false;
  for (let at = from, depth = 0; at < sql.length; at += 1) {
    const character = sql[at];
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')' && depth-- === 0) return at;
  }
  return -1;
}
