// Replacements for statements that PGlite can't run, for scratch: statements that leave the same rows in the catalogs.
// PGlite lacks the library that such a statement needs, or crashes. Desired files, proofs and replays all run the
// replacements, so introspection reads the same rows as on a server.
import { SchemaError } from '../errors.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { tokens } from '../sql/lexer.ts';
import { asNode, asNumber, asText, children, type Node, namesOf } from '../sql/node.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';
import { offsetOfCodePoint } from '../sql/source.ts';
import { storedLabel } from './security-labels.ts';

/** A script as scratch can run it. */
export interface Translated {
  readonly sql: string;
  /** Converts a server's position (characters from 1) in `sql` to a position in the original script. */
  toOriginal(position: number): number;
}

/** A fast check, so that few scripts are parsed a second time; comments may stand between the words. */
const MENTIONED =
  /\b(?:create|alter|drop|default)(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+(?:subscription|conversion)\b|\blanguage\s+['"]?c\b|\bsecurity\s+label\b|\bextension\b[^;]*\b(?:version|update)\b/i;

/**
 * The script with such statements replaced; null where it has none, or does not parse: then the server reports the
 * syntax error.
 */
export function translate(script: string): Translated | null {
  if (!MENTIONED.test(script)) return null;
  const pieces: { readonly start: number; readonly end: number; readonly from: number; readonly to: number }[] = [];
  let [sql, read] = ['', 0];
  for (const statement of statementsOf(script)) {
    const translation = TRANSLATED[statement.type]?.(statement);
    if (translation === undefined) continue;
    sql += script.slice(read, statement.start);
    pieces.push({ start: statement.start, end: statement.end, from: sql.length, to: sql.length + translation.length });
    sql += translation;
    read = statement.end;
  }
  if (pieces.length === 0) return null;
  const whole = sql + script.slice(read);
  const toOriginal = (position: number): number => {
    const at = offsetOfCodePoint(whole, position - 1);
    const piece = pieces.findLast(({ from }) => from <= at);
    const offset = piece === undefined ? at : at < piece.to ? piece.start : piece.end + at - piece.to;
    return [...script.slice(0, offset)].length + 1;
  };
  return { sql: whole, toOriginal };
}

/** Whether the script creates or changes a subscription. */
export const subscribes = (script: string): boolean =>
  MENTIONED.test(script) && statementsOf(script).some(({ type }) => /^(?:Create|Alter)SubscriptionStmt$/.test(type));

function statementsOf(script: string): readonly ParsedStatement[] {
  try {
    return splitStatements(script);
  } catch (error) {
    if (error instanceof SchemaError) return [];
    throw error;
  }
}

/** The error of a translated script, with its position in the original script. */
export function untranslated(error: unknown, { toOriginal }: Translated): unknown {
  if (!(error instanceof SchemaError)) return error;
  const cause = asNode(error.cause);
  if (typeof cause?.['position'] !== 'number') return error;
  return error.with({ cause: { ...cause, position: toOriginal(cause['position']) } });
}

type Translation = (statement: ParsedStatement) => string | undefined;

const TRANSLATED: Readonly<Record<string, Translation>> = {
  CreateSubscriptionStmt: ({ node }) => createSubscription(node),
  AlterSubscriptionStmt: ({ node }) => alterSubscription(node),
  DropSubscriptionStmt: ({ node, text }) =>
    `UPDATE pg_catalog.pg_subscription SET subslotname = NULL WHERE ${isNamed(asText(node['subname']))}; ${text}`,
  CreateConversionStmt: ({ node }) => createConversion(node),
  CreateFunctionStmt: (statement) => createInC(statement),
  SecLabelStmt: (statement) => storedLabel(statement),
  CreateExtensionStmt: (statement) => createExtension(statement),
  AlterExtensionStmt: ({ node }) => updateExtension(node),
};

/** A DO block with the body as a quoted literal, which no text in the body can end. */
const block = (body: string): string => `DO ${quoteLiteral(`BEGIN ${body} END`)}`;

const raise = (sqlstate: string, message: string): string =>
  `RAISE EXCEPTION USING ERRCODE = '${sqlstate}', MESSAGE = ${quoteLiteral(message)};`;

const isNamed = (name: string): string =>
  `subname = ${quoteLiteral(name)} AND subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())`;

const options = (node: Node): readonly Node[] => children(node['options'], 'DefElem');
const find = (node: Node, name: string): Node | undefined => options(node).find((one) => one['defname'] === name);

/** The value of an option as text; an option without a value is true. */
function optionValue(option: Node): string {
  const argument = asNode(option['arg']);
  if (argument === undefined) return 'true';
  const [word] = namesOf(argument);
  if (word !== undefined) return word;
  const [value] = Object.values(argument);
  return String(asNode(value)?.['ival'] ?? asNode(value)?.['boolval'] ?? asNode(value)?.['fval'] ?? 0);
}

const isTrue = (option: Node | undefined, otherwise: boolean): boolean =>
  option === undefined ? otherwise : /^(?:true|on|yes|1)$/i.test(optionValue(option));

const publicationsOf = ({ publication }: Node): unknown => publication;

const textArray = (list: unknown): string => `ARRAY[${namesOf(list).map(quoteLiteral).join(', ')}]::text[]`;

/** The options of CREATE SUBSCRIPTION that cause work on the publisher and are in no column of pg_subscription. */
const FOR_THE_PUBLISHER = ['connect', 'create_slot', 'copy_data', 'refresh'];
/** The options that ALTER SUBSCRIPTION sends to the publisher at once. */
const TOLD = ['two_phase', 'failover'];

const toldColumns = (node: Node): string[] => [
  ...(find(node, 'two_phase') ? [`subtwophasestate = '${isTrue(find(node, 'two_phase'), false) ? 'p' : 'd'}'`] : []),
  ...(find(node, 'failover') ? [`subfailover = ${isTrue(find(node, 'failover'), false)}`] : []),
];

/** ALTER SUBSCRIPTION … SET with the other options, which the server checks and sets. */
function setting(name: string, node: Node, without: readonly string[]): string[] {
  const list = options(node)
    .filter((one) => !without.includes(asText(one['defname'])))
    .map((one) => `${quoteIdentifier(asText(one['defname']))} = ${quoteLiteral(optionValue(one))}`);
  return list.length === 0 ? [] : [`ALTER SUBSCRIPTION ${quoteIdentifier(name)} SET (${list.join(', ')})`];
}

/**
 * Inserts the row of CREATE SUBSCRIPTION. `d` is the value of substream without the option: the default depends on the
 * major of the destination, which only introspection knows.
 */
function createSubscription(node: Node): string {
  const name = asText(node['subname']);
  const enabled = isTrue(find(node, 'enabled'), isTrue(find(node, 'connect'), true));
  const row = [
    "pg_catalog.pg_nextoid('pg_catalog.pg_subscription', 'oid', 'pg_catalog.pg_subscription_oid_index')",
    '(SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())',
    `'0/0', ${quoteLiteral(name)}, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)`,
    `false, false, 'd', 'd', false, true, false, false, ${quoteLiteral(asText(node['conninfo']))}`,
    `${quoteLiteral(name)}, 'off', ${textArray(publicationsOf(node))}, 'any'`,
  ];
  const told = toldColumns(node);
  return [
    block(
      `IF EXISTS (SELECT FROM pg_catalog.pg_subscription WHERE ${isNamed(name)}) THEN ${raise('42710', `subscription "${name}" already exists`)} END IF;
       INSERT INTO pg_catalog.pg_subscription (oid, subdbid, subskiplsn, subname, subowner, subenabled, subbinary, substream,
         subtwophasestate, subdisableonerr, subpasswordrequired, subrunasowner, subfailover, subconninfo, subslotname,
         subsynccommit, subpublications, suborigin) VALUES (${row.join(', ')});`,
    ),
    ...(told.length === 0 ? [] : [`UPDATE pg_catalog.pg_subscription SET ${told.join(', ')} WHERE ${isNamed(name)}`]),
    ...setting(name, node, [...FOR_THE_PUBLISHER, ...TOLD, 'enabled']),
    ...(enabled ? [`ALTER SUBSCRIPTION ${quoteIdentifier(name)} ENABLE`] : []),
  ].join('; ');
}

function alterSubscription(node: Node): string | undefined {
  const name = asText(node['subname']);
  const columns = alteredColumns(node);
  // PGlite runs the other forms of ALTER SUBSCRIPTION itself.
  if (columns === undefined) return undefined;
  const changes =
    columns.length === 0
      ? `PERFORM 1 FROM pg_catalog.pg_subscription WHERE ${isNamed(name)};`
      : `UPDATE pg_catalog.pg_subscription SET ${columns.join(', ')} WHERE ${isNamed(name)};`;
  const missing = raise('42704', `subscription "${name}" does not exist`);
  const rest = node['kind'] === 'ALTER_SUBSCRIPTION_OPTIONS' ? setting(name, node, TOLD) : [];
  return [block(`${changes} IF NOT FOUND THEN ${missing} END IF;`), ...rest].join('; ');
}

function alteredColumns(node: Node): readonly string[] | undefined {
  const list = textArray(publicationsOf(node));
  switch (node['kind']) {
    case 'ALTER_SUBSCRIPTION_CONNECTION':
      return [`subconninfo = ${quoteLiteral(asText(node['conninfo']))}`];
    case 'ALTER_SUBSCRIPTION_SET_PUBLICATION':
      return [`subpublications = ${list}`];
    case 'ALTER_SUBSCRIPTION_ADD_PUBLICATION':
      return [`subpublications = subpublications || ${list}`];
    case 'ALTER_SUBSCRIPTION_DROP_PUBLICATION':
      return [`subpublications = ARRAY(SELECT p FROM unnest(subpublications) p WHERE p <> ALL (${list}))`];
    case 'ALTER_SUBSCRIPTION_REFRESH':
      return [];
    case 'ALTER_SUBSCRIPTION_OPTIONS':
      return toldColumns(node).length === 0 ? undefined : toldColumns(node);
    default:
      return undefined;
  }
}

/**
 * Inserts the row of CREATE CONVERSION. The server calls the conversion's function during CREATE CONVERSION, and PGlite
 * lacks the conversion libraries that most built-in functions need.
 */
function createConversion(node: Node): string {
  const parts = namesOf(node['conversion_name']);
  const [name = '', schema] = [parts.at(-1), parts.at(-2)];
  const [from, to] = [asText(node['for_encoding_name']), asText(node['to_encoding_name'])];
  const routine = namesOf(node['func_name']).map(quoteIdentifier).join('.');
  const standard = node['def'] === true;
  const into = schema === undefined ? 'current_schema()' : quoteLiteral(schema);
  return `DO ${quoteLiteral(`DECLARE c record; made oid; BEGIN
    SELECT n.oid AS connamespace, pg_char_to_encoding(${quoteLiteral(from)}) AS source, pg_char_to_encoding(${quoteLiteral(to)}) AS target,
           to_regprocedure(${quoteLiteral(`${routine}(integer, integer, cstring, internal, integer, boolean)`)})::oid AS proc
      INTO c FROM pg_catalog.pg_namespace n WHERE n.nspname = ${into};
    IF NOT FOUND THEN ${raise('3F000', `schema "${schema ?? ''}" does not exist`)} END IF;
    IF c.source < 0 THEN ${raise('42704', `source encoding "${from}" does not exist`)} END IF;
    IF c.target < 0 THEN ${raise('42704', `destination encoding "${to}" does not exist`)} END IF;
    IF c.proc IS NULL THEN ${raise('42883', `function ${routine}(integer, integer, cstring, internal, integer, boolean) does not exist`)} END IF;
    IF EXISTS (SELECT FROM pg_catalog.pg_conversion x WHERE x.connamespace = c.connamespace AND x.conname = ${quoteLiteral(name)})
      THEN ${raise('42710', `conversion "${name}" already exists`)} END IF;
    IF ${standard} AND EXISTS (SELECT FROM pg_catalog.pg_conversion x WHERE x.connamespace = c.connamespace
         AND x.condefault AND x.conforencoding = c.source AND x.contoencoding = c.target)
      THEN ${raise('42710', `default conversion for ${from} to ${to} already exists`)} END IF;
    made := pg_nextoid('pg_catalog.pg_conversion', 'oid', 'pg_catalog.pg_conversion_oid_index');
    INSERT INTO pg_catalog.pg_conversion (oid, conname, connamespace, conowner, conforencoding, contoencoding, conproc, condefault)
      VALUES (made, ${quoteLiteral(name)}, c.connamespace, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user),
              c.source, c.target, c.proc, ${standard});
    INSERT INTO pg_catalog.pg_depend (classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype)
      SELECT 'pg_catalog.pg_conversion'::regclass, made, 0, d.class, d.oid, 0, 'n' FROM (VALUES
        ('pg_catalog.pg_namespace'::regclass, c.connamespace), ('pg_catalog.pg_proc'::regclass, c.proc)) d (class, oid)
       WHERE d.oid >= 16384;
    END`)}`;
}

/** A built-in function that CREATE FUNCTION accepts with any signature; a call raises an error (39P01). */
const ERRING = 'suppress_redundant_updates_trigger';
/** The one library that PGlite has from the start. */
const PRESENT = /^(?:\$libdir\/)?plpgsql$/;

/**
 * A function in C whose library only the destination has: created with a built-in function as its body, then an UPDATE
 * of pg_proc sets the library and symbol.
 */
function createInC({ node, text, start }: ParsedStatement): string | undefined {
  const { language, as: place } = Object.fromEntries(
    options(node).map((option) => [asText(option['defname']), option]),
  );
  const [library, symbol] = namesOf(place?.['arg']);
  const [name] = namesOf(language?.['arg']);
  if (name?.toLowerCase() !== 'c' || library === undefined || PRESENT.test(library)) return undefined;
  const replaced = [
    { at: asNumber(language?.['location']) - start, strings: `LANGUAGE internal` },
    { at: asNumber(place?.['location']) - start, strings: `AS '${ERRING}'` },
  ].sort((one, other) => other.at - one.at);
  let sql = text;
  for (const { at, strings } of replaced) sql = sql.slice(0, at) + strings + sql.slice(endOfOption(sql, at));
  const truth = `prolang = (SELECT oid FROM pg_catalog.pg_language WHERE lanname = 'c'), probin = ${quoteLiteral(library)}, prosrc = ${quoteLiteral(symbol ?? functionIn(node))}`;
  return `${sql}; UPDATE pg_catalog.pg_proc SET ${truth}
    WHERE oid >= 16384 AND prosrc = '${ERRING}' AND prolang = (SELECT oid FROM pg_catalog.pg_language WHERE lanname = 'internal')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')`;
}

const functionIn = (node: Node): string => namesOf(node['funcname']).at(-1) ?? '';

/** The offset after an option's keyword and its value: a word, a string, or two strings with a comma. */
function endOfOption(text: string, at: number): number {
  const list = tokens(text, at);
  list.next();
  let end = list.next().value?.end ?? text.length;
  const comma = list.next().value;
  if (comma && text.slice(comma.start, comma.end) === ',') end = list.next().value?.end ?? end;
  return end;
}

/** Scratch has one version of each extension; an UPDATE of pg_extension sets the version of the statement. */
const versionIs = (node: Node, version: string): string =>
  `UPDATE pg_catalog.pg_extension SET extversion = ${quoteLiteral(version)} WHERE extname = ${quoteLiteral(asText(node['extname']))}`;

function createExtension({ node, text, start }: ParsedStatement): string | undefined {
  const option = find(node, 'new_version');
  if (option === undefined) return undefined;
  const at = asNumber(option['location']) - start;
  return `${text.slice(0, at)}${text.slice(endOfOption(text, at))}; ${versionIs(node, optionValue(option))}`;
}

function updateExtension(node: Node): string | undefined {
  const option = find(node, 'new_version');
  if (option === undefined) return undefined;
  const missing = raise('42704', `extension "${asText(node['extname'])}" does not exist`);
  return block(`${versionIs(node, optionValue(option))}; IF NOT FOUND THEN ${missing} END IF;`);
}
