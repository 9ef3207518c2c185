// The kind user mapping: CREATE USER MAPPING (catalog pg_user_mapping).
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { asNode, asText, type Node } from '../../sql/node.ts';
import { referenceTo } from '../../sql/objects.ts';
import { defines, mentionsWord } from '../../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind, holdsRows, type Typed } from '../kind.ts';
import { catalog, options } from '../shared/catalog-sql.ts';
import { changedOptions, createdOptions, type ForeignOptions } from '../shared/foreign-options.ts';
import { secretHazards } from '../shared/secrets.ts';

type UserMapping = {
  readonly user: string;
  readonly server: string;
  /** The options, often with a password; null also where the session has no right to read them (`unread`). */
  readonly options: ForeignOptions | null;
};

/** Whether the role may see the options, as the view pg_user_mappings decides, which shows null to others. */
const READABLE = `(
  (m.umuser <> 0 AND m.usename = current_user
    AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE')))
  OR (m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE'))
  OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user))`;

const whose = ({ attributes: m }: Typed<UserMapping>): string => `${m.user} on server ${m.server}`;

const unreadHazards = (object: Typed<UserMapping>, message: string) =>
  object.unread ? [{ code: 'D107', message, remedy: 'read the database as a superuser', blocking: true }] : [];

function create(object: Typed<UserMapping>): Draft[] {
  const sql = `CREATE USER MAPPING ${object.reference}${createdOptions(object.attributes.options)}`;
  const missing = `creates the user mapping of ${whose(object)} without options, which could not be read`;
  return [ddl(sql, { hazards: [...secretHazards(sql, whose(object)), ...unreadHazards(object, missing)] })];
}

function alterOptions({ before, after }: Alteration<UserMapping>): Draft[] {
  const sql = `ALTER USER MAPPING ${after.reference}${changedOptions(before.attributes.options, after.attributes.options)}`;
  return [
    ddl(sql, {
      hazards: [
        { code: 'C410', message: `changes the connections of ${whose(after)}, which may fail` },
        ...secretHazards(sql, whose(after)),
      ],
    }),
  ];
}

function drop(object: Typed<UserMapping>): Draft[] {
  const lost = `the options of the user mapping of ${whose(object)}, which could not be read`;
  return [
    ddl(`DROP USER MAPPING ${object.reference}`, {
      ...(object.unread ? { loses: lost } : {}),
      hazards: [
        { code: 'C410', message: `connections of ${whose(object)} fail` },
        ...unreadHazards(object, `loses ${lost}`),
      ],
    }),
  ];
}

export const userMapping = defineKind<UserMapping>({
  name: 'user mapping',
  keyword: 'USER MAPPING',
  folder: 'ddl',
  words: {
    statements: {
      CreateUserMappingStmt: {
        defines: defines('user mapping', userMappingName),
        mentions: mentionsWord('server', 'servername'),
      },
      AlterUserMappingStmt: { mentions: (node) => [referenceTo('user mapping', userMappingName(node))] },
      DropUserMappingStmt: { drops: (node) => [referenceTo('user mapping', userMappingName(node))] },
    },
    types: {
      'user mapping': {
        within: 'database',
        identity: ([role = '', server = '']) =>
          `FOR ${role === 'PUBLIC' ? role : quoteIdentifier(role)} SERVER ${quoteIdentifier(server)}`,
      },
    },
  },
  traits: { uncommented: true },
  // A mapping with unknown options can't be recreated.
  respond: (object, cause, how) => (object.unread === undefined ? 'rebuild' : holdsRows(object, cause, how)),
  query: () => `
    SELECT ${catalog('pg_user_mapping')} AS classid, m.umid AS objid, 0 AS objsubid, NULL AS namespace,
           format('FOR %s SERVER %I', u.name, s.srvname) AS reference,
           CASE WHEN NOT ${READABLE} THEN json_build_array('options') END AS unread,
           u.name AS user, quote_ident(s.srvname) AS server, ${options('m.umoptions')} AS options
      FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid,
           LATERAL (SELECT CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END AS name) u`,
  create,
  drop,
  attributes: { user: 'replace', server: 'replace', options: alterOptions },
});

/** The role and the server; the key word for CURRENT_USER and similar roles. */
function userMappingName(node: Node): readonly string[] {
  const user = asNode(node['user']);
  const role = asText(user?.['rolename']) || asText(user?.['roletype']).replace('ROLESPEC_', '');
  return [role, asText(node['servername'])];
}
