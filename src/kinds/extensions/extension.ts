// The kind extension: CREATE EXTENSION (catalog pg_extension).
// The members of an extension (pg_depend.deptype 'e') are not objects here.
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import { definesWord, mentionsInOptions, mentionsObject, mentionsWord } from '../../sql/statement-words.ts';
import { ddl, defineKind, holdsRows } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';

type Extension = {
  readonly schema: string;
  /** Null where the desired files state no version: any installed version is accepted. */
  readonly version: string | null;
  readonly relocatable: boolean;
};

export const extension = defineKind<Extension>({
  name: 'extension',
  keyword: 'EXTENSION',
  folder: 'ddl',
  words: {
    statements: {
      CreateExtensionStmt: {
        defines: definesWord('extension', 'extname'),
        mentions: mentionsInOptions({ schema: 'schema' }),
        touchesNamedOnly: true,
      },
      AlterExtensionStmt: { mentions: mentionsWord('extension', 'extname') },
      AlterExtensionContentsStmt: {
        mentions: (node, words) => [
          ...mentionsObject('objtype')(node, words),
          ...mentionsWord('extension', 'extname')(node),
        ],
      },
    },
    types: { extension: { objectTypes: ['OBJECT_EXTENSION'], within: 'database' } },
    catalogs: { pg_extension: 'true' },
  },
  traits: { ownsMembers: true },
  respond: holdsRows,
  query: () => `
    SELECT ${catalog('pg_extension')} AS classid, e.oid AS objid, 0 AS objsubid, e.extname AS objname, NULL AS namespace,
           quote_ident(e.extname) AS reference, n.nspname AS schema, e.extversion AS version,
           e.extrelocatable AS relocatable,
           -- The comment that its control file gives is no one's own.
           nullif(obj_description(e.oid, 'pg_extension'),
                  (SELECT x.comment FROM pg_available_extensions x WHERE x.name = e.extname)) AS comment
      FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
     WHERE e.extname <> 'plpgsql'`,
  create: ({ reference, attributes }) => [
    ddl(
      `CREATE EXTENSION ${reference} WITH SCHEMA ${quoteIdentifier(attributes.schema)}` +
        (attributes.version === null ? '' : ` VERSION ${quoteLiteral(attributes.version)}`),
    ),
  ],
  drop: ({ reference }) => [
    ddl(`DROP EXTENSION ${reference}`, {
      hazards: [{ code: 'C402', message: `drops extension ${reference} and all its members` }],
    }),
  ],
  attributes: {
    schema: ({ before, after }) => {
      if (before.attributes.relocatable) {
        return [ddl(`ALTER EXTENSION ${after.reference} SET SCHEMA ${quoteIdentifier(after.attributes.schema)}`)];
      }
      return {
        refuse: `extension ${after.reference} can't be moved to schema ${after.attributes.schema}`,
        hint: 'the extension is not relocatable: drop the extension and the objects that depend on it in a migration written by hand',
      };
    },
    version: ({ before, after }) =>
      after.attributes.version === null || before.attributes.version === null
        ? []
        : [
            ddl(`ALTER EXTENSION ${after.reference} UPDATE TO ${quoteLiteral(after.attributes.version)}`, {
              hazards: [
                {
                  code: 'T703',
                  message: `updates extension ${after.reference} to ${after.attributes.version}`,
                  remedy: "read the extension's release notes: its script runs arbitrary SQL",
                  blocking: true,
                },
                {
                  code: 'F307',
                  message: `fails if extension ${after.reference} has no update path from version ${before.attributes.version} to ${after.attributes.version}`,
                  remedy:
                    'look for a path with SELECT * FROM pg_extension_update_paths(…); most extensions have none to an older version',
                },
              ],
            }),
          ],
    relocatable: 'ignore',
  },
});
