// Stand-ins for extensions that scratch does not have, for profiles and scratch.
// A stand-in is a control file and a script for CREATE EXTENSION, created from the catalogs of a server. The members
// keep their names, types and signatures, and have their rows in pg_depend.
import type { Database } from '../databases/database.ts';
import type { ServerFile } from '../databases/pglite-bundles.ts';
import { SchemaError } from '../errors.ts';
import type { Words } from '../sql/words.ts';
import { memberStatements } from './extension-script.ts';

export interface ExtensionStandIn {
  readonly name: string;
  readonly version: string;
  /** The schema that the control file requires; null where CREATE EXTENSION chooses the schema. */
  readonly schema: string | null;
  readonly relocatable: boolean;
  readonly requires: readonly string[];
  /** The comment in the control file: CREATE EXTENSION sets it, so desired files need not. */
  readonly comment: string | null;
  /** The schema of the extension on the server, quoted: the statements qualify the members with it. */
  readonly home: string;
  readonly statements: readonly string[];
  /**
   * The types of the extension that take modifiers, such as geometry(Point,4326), with the type's input function for
   * modifiers.
   */
  readonly modified: Readonly<Record<string, string>>;
}

/** An extension that a server offers, installed or not. */
export interface OfferedExtension {
  readonly name: string;
  readonly installed: string | null;
  readonly versions: readonly string[];
  readonly requires: readonly string[];
}

const OFFERED = `
  SELECT a.name, a.installed_version AS installed,
         (SELECT json_agg(v.version ORDER BY v.version) FROM pg_catalog.pg_available_extension_versions v WHERE v.name = a.name)::text AS versions,
         (SELECT array_to_json(v.requires) FROM pg_catalog.pg_available_extension_versions v
           WHERE v.name = a.name AND v.version = coalesce(a.installed_version, a.default_version))::text AS requires
    FROM pg_catalog.pg_available_extensions a
  UNION ALL
  SELECT e.extname, e.extversion, NULL, NULL FROM pg_catalog.pg_extension e
   WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_available_extensions a WHERE a.name = e.extname)`;

/** The extensions that CREATE EXTENSION finds on a server, by name. */
export async function offeredExtensions(database: Database): Promise<ReadonlyMap<string, OfferedExtension>> {
  const rows = await database.query(OFFERED);
  const list = (value: unknown): readonly string[] => (value ? (JSON.parse(String(value)) as string[]) : []);
  return new Map(
    rows.map((row) => {
      const name = String(row['name']);
      const installed = row['installed'] === null ? null : String(row['installed']);
      return [name, { name, installed, versions: list(row['versions']), requires: list(row['requires']) }];
    }),
  );
}

/** Reads an installed extension. Sets `search_path` to empty meanwhile. */
export async function readExtension(
  database: Database,
  offered: OfferedExtension,
  words: Words,
): Promise<ExtensionStandIn> {
  const { name, requires } = offered;
  await database.script("SET search_path = ''");
  try {
    const [head] = await database.query(
      `SELECT e.extversion AS version, e.extrelocatable AS relocatable, quote_ident(n.nspname) AS home,
              (SELECT v.schema FROM pg_catalog.pg_available_extension_versions v
                WHERE v.name = e.extname AND v.version = e.extversion) AS schema,
              (SELECT a.comment FROM pg_catalog.pg_available_extensions a WHERE a.name = e.extname) AS comment
         FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = $1::name`,
      [name],
    );
    if (!head) throw new SchemaError('database/query', `extension ${name} is not installed in ${database.label}`);
    const statements = await database.query(memberStatements(words).replaceAll('$1', '$1::name'), [name]);
    return {
      name,
      version: String(head['version']),
      schema: head['schema'] === null ? null : String(head['schema']),
      relocatable: head['relocatable'] === true,
      requires,
      comment: head['comment'] === null ? null : String(head['comment']),
      home: String(head['home']),
      statements: statements.map((row) => String(row['sql'])),
      modified: await modifiedTypes(database, name),
    };
  } finally {
    await database.script('RESET search_path');
  }
}

async function modifiedTypes(database: Database, name: string): Promise<Readonly<Record<string, string>>> {
  const rows = await database.query(
    `SELECT t.typname AS type, quote_ident(pn.nspname) || '.' || quote_ident(p.proname) AS reader
       FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid AND d.deptype = 'e'
       JOIN pg_catalog.pg_type t ON d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.objid
       JOIN pg_catalog.pg_proc p ON p.oid = t.typmodin JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
      WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.extname = $1::name AND t.typtype = 'b'
      ORDER BY 1`,
    [name],
  );
  return Object.fromEntries(rows.map((row) => [String(row['type']), String(row['reader'])]));
}

const FOLDER = 'share/postgresql/extension';

/** The control file and the script with which CREATE EXTENSION creates a stand-in, under the version that was read. */
export function extensionFiles(standIn: ExtensionStandIn): ServerFile[] {
  const { name, version, schema, relocatable, requires, comment, home, statements } = standIn;
  const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');
  const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const control = [
    `default_version = ${quoted(version)}`,
    `relocatable = ${schema === null && relocatable}`,
    ...(schema === null ? [] : [`schema = ${quoted(schema)}`]),
    ...(comment === null ? [] : [`comment = ${quoted(comment)}`]),
    ...(requires.length === 0 ? [] : [`requires = ${quoted(requires.join(', '))}`]),
  ];
  const inPlace = schema !== null || home === 'pg_catalog';
  // CREATE EXTENSION runs the script of a relocatable extension with its schema first in search_path, and replaces
  // @extschema@ only for other extensions.
  const place = relocatable ? '' : '@extschema@.';
  const own = new RegExp(`(?<![\\w".$])${home.replaceAll(/[$.*+?^()[\]{}|\\]/g, '\\$&')}\\.`, 'g');
  const script = statements.map((sql) => `${inPlace ? sql : sql.replaceAll(own, place)};\n`).join('');
  return [
    { path: `${FOLDER}/${name}.control`, content: text(`${control.join('\n')}\n`) },
    { path: `${FOLDER}/${name}--${version}.sql`, content: text(script) },
  ];
}
