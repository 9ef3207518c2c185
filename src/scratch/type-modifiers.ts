// Type modifiers of stand-ins, such as geometry(Point,4326), for scratch.
// PostgreSQL stores a type modifier as a number, which functions of the type's library make and print. A stand-in's
// input function makes a number of any modifier, but no function prints it. So statements get a number in place of the
// modifier, and in results the modifier replaces the number.
import { asNode } from '../sql/node.ts';
import { splitStatements } from '../sql/parser.ts';
import type { Scratch } from './interface.ts';
import type { Profile } from './profile.ts';

/** The number in the parentheses of a statement, and the number that PostgreSQL stores and prints for it. */
interface Code {
  readonly sent: number;
  readonly printed: string;
}

let codes: readonly Code[] | undefined;
const MOST = 4000;

/** The modifiers by printed number, and the codes by modifier, for the whole process. */
const words = new Map<string, string>();
const assigned = new Map<string, Code>();

/** The same scratch, in which statements can use modifiers of stand-ins' types and results show them. */
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

/**
 * Computes the codes: hashvarlena is the input function for a stand-in's modifiers. A negative number would mean no
 * modifier.
 */
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

/** The modifier without white space around commas and at the ends. */
export const spelling = (modifier: string): string => modifier.trim().replaceAll(/\s*,\s*/g, ',');

export interface ModifierPlace {
  readonly type: string;
  /** Offsets of the text between the parentheses. */
  readonly from: number;
  readonly to: number;
}

/** The places at which SQL text gives modifiers to one of `types`, in order; none where the text does not parse. */
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

/** The TypeName nodes with modifiers, anywhere in a tree. */
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

/** The offset of the parenthesis that closes the one before `from`. */
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
