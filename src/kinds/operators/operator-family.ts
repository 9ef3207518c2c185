// The kinds operator family, operator of access method and function of access method.
// Their catalogs are pg_opfamily, pg_amop and pg_amproc.
import { definesName, mentionsName } from '../../sql/statement-words.ts';
import { ddl, defineKind, type Kind, type Rendering, type Typed, takes } from '../kind.ts';
import { catalog, isMember, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { nameInSchema } from '../shared/member-sql.ts';
import {
  functionMember,
  type Member,
  memberOf,
  memberSlot,
  memberText,
  operatorMember,
} from '../shared/operator-members.ts';

/** `schema.name USING method`, for aliases f of pg_opfamily, fn of its namespace and am of its access method. */
const FAMILY = "format('%I.%I USING %I', fn.nspname, f.opfname, am.amname)";

type OperatorFamily = { readonly method: string };

/** One ALTER OPERATOR FAMILY … ADD for all members of a new family. */
function addMembers({ key, reference }: Typed<OperatorFamily>, context: Rendering) {
  const members = [...context.inlined(key)]
    .sort((one, other) => one.position - other.position)
    .map((member) => `\n    ${context.clause(member)}`);
  if (members.length === 0) return [];
  return [
    ddl(`ALTER OPERATOR FAMILY ${reference} ADD${members.join(',')}`, {
      why: `Adds members to operator family ${reference} that belong to none of its operator classes.`,
    }),
  ];
}

export const operatorFamily = defineKind<OperatorFamily>({
  name: 'operator family',
  keyword: 'OPERATOR FAMILY',
  folder: 'ddl',
  words: {
    statements: {
      CreateOpFamilyStmt: { defines: definesName('operator family', 'opfamilyname') },
      AlterOpFamilyStmt: { mentions: mentionsName('operator family', 'opfamilyname') },
    },
    types: { 'operator family': { objectTypes: ['OBJECT_OPFAMILY'], methodFirst: true } },
    catalogs: { pg_opfamily: 'true' },
    memberStatements: `
      SELECT 8, f.oid, 'CREATE OPERATOR FAMILY ' || ${nameInSchema('n.nspname', 'f.opfname')} || ' USING ' || quote_ident(am.amname)
        FROM members m JOIN pg_opfamily f ON f.oid = m.objid JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
       WHERE m.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass`,
  },
  query: () => `
    SELECT ${catalog('pg_opfamily')} AS classid, f.oid AS objid, 0 AS objsubid, f.opfname AS objname, fn.nspname AS namespace,
           ${FAMILY} AS reference, ${roleName('f.opfowner')} AS owner, am.amname AS method
      FROM pg_opfamily f JOIN pg_namespace fn ON fn.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
     WHERE ${userNamespace('fn')}`,
  create: (object, context) => [ddl(`CREATE OPERATOR FAMILY ${object.reference}`), ...addMembers(object, context)],
  drop: ({ reference }) => [ddl(`DROP OPERATOR FAMILY ${reference}`)],
  attributes: { method: 'replace' },
});

const memberName = ({ word, number, types }: Member): string => `${word.toLowerCase()} ${number} (${types})`;

type LooseMember = Member & { readonly family: string; readonly position: number };

/**
 * Whether a member is a user's: always in a user's family; in a family of PostgreSQL unless the member refers to an
 * extension's member; in a family of an extension only if the member refers to a user's object.
 */
const isOwn = (family: string, ofExtension: string, oid: string): string => `
    CASE WHEN NOT ${isMember('pg_opfamily', family)} THEN ${family} >= 16384 OR NOT ${ofExtension}
         ELSE ${oid} >= 16384 AND NOT ${ofExtension} END`;

/** A member of the family that belongs to no class: operators across types, most members of GiST and GIN families. */
function looseMember(
  name: string,
  members: string,
  alias: string,
  columns: string,
  refersTo: string,
  oid: string,
): Kind {
  const family = `${alias}.${members === 'pg_amop' ? 'amopfamily' : 'amprocfamily'}`;
  return defineKind<LooseMember>({
    name,
    keyword: name.toUpperCase(),
    folder: 'ddl',
    words: {},
    traits: { uncommented: true },
    query: () => `
    SELECT m.*, format('%s (%s) of %s', m.number, m.types, m.family) AS reference, m.number AS position
      FROM (SELECT ${catalog(members)} AS classid, ${alias}.oid AS objid, 0 AS objsubid, fn.nspname AS namespace,
                   -- A family that is built in or an extension's is there without being ours.
                   CASE WHEN ${family} >= 16384 AND NOT ${isMember('pg_opfamily', family)}
                        THEN json_build_array(${catalog('pg_opfamily')}, ${family}, 0) END AS parent,
                   ${FAMILY} AS family, ${columns}
              FROM ${members} ${alias} JOIN pg_opfamily f ON f.oid = ${family}
                   JOIN pg_namespace fn ON fn.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
             WHERE ${alias}.oid >= 16384 AND ${memberOf(members, `${alias}.oid`, 'pg_opfamily', family)}
               AND ${isOwn(family, isMember(refersTo, oid), oid)}) m`,
    resources: ({ attributes }) => takes(memberSlot(attributes.family, attributes)),
    inline: { when: () => true, clause: ({ attributes }) => memberText(attributes) },
    create: ({ attributes }) => [
      ddl(`ALTER OPERATOR FAMILY ${attributes.family} ADD\n    ${memberText(attributes)}`, {
        why: `Adds ${memberName(attributes)} to operator family ${attributes.family}.`,
      }),
    ],
    drop: ({ attributes: { family, ...member } }) => [
      ddl(`ALTER OPERATOR FAMILY ${family} DROP ${member.word} ${member.number} (${member.types})`, {
        why: `Drops ${memberName(member)} from operator family ${family}.`,
      }),
    ],
    attributes: {
      position: 'ignore',
      family: 'replace',
      word: 'replace',
      number: 'replace',
      types: 'replace',
      name: 'replace',
      sort: 'replace',
    },
  });
}

export const familyOperator = looseMember(
  'operator of access method',
  'pg_amop',
  'ao',
  operatorMember('ao'),
  'pg_operator',
  'ao.amopopr',
);

export const familyFunction = looseMember(
  'function of access method',
  'pg_amproc',
  'ap',
  functionMember('ap'),
  'pg_proc',
  'ap.amproc::oid',
);
