// The kind operator class: CREATE OPERATOR CLASS (catalog pg_opclass), with the members that belong to the class.
import { definesName, mentionsName } from '../../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind, takes } from '../kind.ts';
import { catalog, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { nameInSchema, operatorInFull, routineName } from '../shared/member-sql.ts';
import {
  functionMember,
  type Member,
  memberOf,
  memberSlot,
  memberText,
  operatorMember,
} from '../shared/operator-members.ts';

type OperatorClass = {
  readonly name: string;
  readonly method: string;
  readonly default: boolean;
  readonly type: string;
  readonly family: string;
  /** STORAGE: the type that the index stores, where it differs from the column's. */
  readonly storage: string | null;
  /** The members of the class, without those that belong to the family only. */
  readonly members: readonly Member[];
};

/**
 * Access methods for which ALTER OPERATOR FAMILY … ADD puts members into a class (btadjustmembers, hashadjustmembers).
 */
const TYING: ReadonlySet<string> = new Set(['btree', 'hash']);

/** Members that are only added go in by ALTER OPERATOR FAMILY, which keeps the class and the indexes that use it. */
function addMembers({ before, after }: Alteration<OperatorClass>): 'replace' | readonly Draft[] {
  const [old, now] = [before.attributes, after.attributes];
  const texts = old.members.map(memberText);
  const added = now.members.filter((member) => !texts.includes(memberText(member)));
  const own = added.every((member) => member.types === `${now.type}, ${now.type}`);
  if (!TYING.has(now.method) || !own || now.members.length !== old.members.length + added.length) return 'replace';
  const clauses = added.map((member) => `\n    ${memberText(member)}`);
  return [
    ddl(`ALTER OPERATOR FAMILY ${now.family} USING ${now.method} ADD${clauses.join(',')}`, {
      why: `Adds members to operator class ${after.reference}.`,
    }),
  ];
}

export const operatorClass = defineKind<OperatorClass>({
  name: 'operator class',
  keyword: 'OPERATOR CLASS',
  folder: 'ddl',
  words: {
    statements: {
      CreateOpClassStmt: {
        // Without FAMILY, CREATE OPERATOR CLASS uses or creates the family of the same name.
        defines: (node, at) => [
          ...definesName('operator class', 'opclassname')(node, at),
          ...definesName('operator family', node['opfamilyname'] ? 'opfamilyname' : 'opclassname')(node, at),
        ],
        mentions: mentionsName('operator family', 'opfamilyname'),
      },
    },
    types: { 'operator class': { objectTypes: ['OBJECT_OPCLASS'], methodFirst: true } },
    catalogs: { pg_opclass: 'true' },
    memberStatements: `
      SELECT 9, k.oid, 'CREATE OPERATOR CLASS ' || ${nameInSchema('n.nspname', 'k.opcname')} || CASE WHEN k.opcdefault THEN ' DEFAULT' ELSE '' END
               || ' FOR TYPE ' || format_type(k.opcintype, NULL) || ' USING ' || quote_ident(am.amname) || ' FAMILY ' || ${nameInSchema('fn.nspname', 'f.opfname')} || ' AS '
               || concat_ws(', ',
                    coalesce(CASE WHEN k.opckeytype <> 0 AND k.opckeytype <> k.opcintype THEN 'STORAGE ' || format_type(k.opckeytype, NULL) END,
                             'STORAGE ' || format_type(k.opcintype, NULL)),
                    (SELECT string_agg('OPERATOR ' || ao.amopstrategy || ' ' || ${operatorInFull('ao.amopopr').replace("'OPERATOR(' || ", '').replace(" || ')'", '')}
                            || '(' || format_type(ao.amoplefttype, NULL) || ', ' || format_type(ao.amoprighttype, NULL) || ')'
                            || CASE WHEN ao.amopsortfamily <> 0 THEN ' FOR ORDER BY ' || (SELECT ${nameInSchema('sn.nspname', 'sf.opfname')} FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace WHERE sf.oid = ao.amopsortfamily) ELSE '' END, ', ')
                       FROM pg_amop ao WHERE ao.amopfamily = f.oid AND ao.amoplefttype = k.opcintype AND ao.amoprighttype = k.opcintype),
                    (SELECT string_agg('FUNCTION ' || ap.amprocnum || ' ' || ${routineName('ap.amproc')} || '(' || pg_get_function_identity_arguments(ap.amproc) || ')', ', ')
                       FROM pg_amproc ap LEFT JOIN support s ON s.method = am.amname AND s.number = ap.amprocnum
                      WHERE ap.amprocfamily = f.oid AND ap.amproclefttype = k.opcintype AND ap.amprocrighttype = k.opcintype AND s."as" IS DISTINCT FROM ''))
        FROM members m JOIN pg_opclass k ON k.oid = m.objid JOIN pg_namespace n ON n.oid = k.opcnamespace JOIN pg_am am ON am.oid = k.opcmethod
        JOIN pg_opfamily f ON f.oid = k.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
       WHERE m.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass`,
  },
  query: () => `
    SELECT ${catalog('pg_opclass')} AS classid, c.oid AS objid, 0 AS objsubid, c.opcname AS objname, n.nspname AS namespace,
           format('%I.%I USING %I', n.nspname, c.opcname, am.amname) AS reference, ${roleName('c.opcowner')} AS owner,
           format('%I.%I', n.nspname, c.opcname) AS name, quote_ident(am.amname) AS method, c.opcdefault AS default,
           format_type(c.opcintype, NULL) AS type, format('%I.%I', fn.nspname, f.opfname) AS family,
           CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END AS storage,
           coalesce((
             SELECT json_agg(m ORDER BY m.word COLLATE "C" DESC, m.number, m.types COLLATE "C") FROM (
               SELECT ${operatorMember('ao')} FROM pg_amop ao
                WHERE ao.amopfamily = c.opcfamily AND ${memberOf('pg_amop', 'ao.oid', 'pg_opclass', 'c.oid')}
               UNION ALL
               SELECT ${functionMember('ap')} FROM pg_amproc ap
                WHERE ap.amprocfamily = c.opcfamily AND ${memberOf('pg_amproc', 'ap.oid', 'pg_opclass', 'c.oid')}) m),
             '[]') AS members
      FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am am ON am.oid = c.opcmethod
           JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
     WHERE ${userNamespace('n')}`,
  resources: ({ attributes: c }) =>
    takes(
      ...c.members.map((member) => memberSlot(`${c.family} USING ${c.method}`, member)),
      ...(c.default ? [`default class for ${c.type} USING ${c.method}`] : []),
    ),
  create: ({ attributes: c }) => {
    // CREATE OPERATOR CLASS requires a nonempty list; STORAGE with the type itself is the default.
    const storage = c.storage ?? (c.members.length === 0 ? c.type : null);
    const members = [...(storage === null ? [] : [`STORAGE ${storage}`]), ...c.members.map(memberText)];
    return [
      ddl(
        `CREATE OPERATOR CLASS ${c.name}${c.default ? ' DEFAULT' : ''} FOR TYPE ${c.type} USING ${c.method} ` +
          `FAMILY ${c.family} AS${members.map((member) => `\n    ${member}`).join(',')}`,
      ),
    ];
  },
  drop: ({ reference }) => [ddl(`DROP OPERATOR CLASS ${reference}`)],
  attributes: {
    name: 'replace',
    method: 'replace',
    default: 'replace',
    type: 'replace',
    family: 'replace',
    storage: 'replace',
    members: addMembers,
  },
});
