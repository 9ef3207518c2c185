// The kind operator: CREATE OPERATOR (catalog pg_operator), with shell operators.
import { keyOf } from '../../catalog/catalog.ts';
import { type Alteration, type Draft, ddl, defineKind, type Sides, type Typed } from '../kind.ts';
import {
  catalog,
  functionName,
  operatorName,
  operatorReference,
  roleName,
  userNamespace,
} from '../shared/catalog-sql.ts';
import { operatorInFull, routineName } from '../shared/member-sql.ts';

type Operator = {
  /** `schema.+`, as CREATE OPERATOR takes the name. */
  readonly name: string;
  readonly function: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly commutator: string | null;
  readonly negator: string | null;
  /** The commutator and the negator, each with its operand types. */
  readonly partners: readonly string[];
  /**
   * Those of the two that are shell operators: CREATE OPERATOR creates a shell for an operator that does not exist yet.
   */
  readonly shells: readonly string[];
  readonly restrict: string | null;
  readonly join: string | null;
  readonly hashes: boolean;
  readonly merges: boolean;
};

function create({ attributes: o }: Typed<Operator>): Draft {
  const parts = [
    `FUNCTION = ${o.function}`,
    o.left && `LEFTARG = ${o.left}`,
    o.right && `RIGHTARG = ${o.right}`,
    o.commutator && `COMMUTATOR = ${o.commutator}`,
    o.negator && `NEGATOR = ${o.negator}`,
    o.restrict && `RESTRICT = ${o.restrict}`,
    o.join && `JOIN = ${o.join}`,
    o.hashes && 'HASHES',
    o.merges && 'MERGES',
  ].filter(Boolean);
  return ddl(`CREATE OPERATOR ${o.name} (\n    ${parts.join(',\n    ')}\n)`);
}

/** The options of ALTER OPERATOR … SET, or 'replace' where ALTER can't make the change. */
type Setting = string | null;

/** CREATE OPERATOR sets the link in both operators, and DROP OPERATOR clears it in both (OperatorUpd). */
function partner(name: 'commutator' | 'negator', { before, after }: Alteration<Operator>, context: Sides): Setting {
  const [old, now] = [before.attributes, after.attributes];
  if (old[name] === now[name]) return null;
  const gone = old.partners.filter((reference) => !now.partners.includes(reference));
  const come = now.partners.filter((reference) => !old.partners.includes(reference));
  if (old[name] !== null) {
    const untied = gone.length > 0 && gone.every((reference) => !context.after.get(keyOf('operator', reference)));
    return now[name] === null && untied ? null : 'replace';
  }
  if (come.length > 0 && come.every((reference) => isNew(reference, context))) return null;
  return context.serverVersion < 170000 ? 'replace' : `${name.toUpperCase()} = ${now[name] ?? ''}`;
}

function isNew(reference: string, { before, after }: Sides): boolean {
  const key = keyOf('operator', reference);
  return before.get(key) === undefined && after.get(key) !== undefined;
}

/** ALTER OPERATOR can set estimators. Since PostgreSQL 17 it can also add, never remove, the other options. */
function setProperties(change: Alteration<Operator>, context: Sides): readonly Draft[] | 'replace' {
  const [old, now] = [change.before.attributes, change.after.attributes];
  const settings: Setting[] = [
    ...(['restrict', 'join'] as const).map((name) =>
      old[name] === now[name] ? null : `${name.toUpperCase()} = ${now[name] ?? 'NONE'}`,
    ),
    partner('commutator', change, context),
    partner('negator', change, context),
    ...(['hashes', 'merges'] as const).map((name): Setting => {
      if (old[name] === now[name]) return null;
      return now[name] && context.serverVersion >= 170000 ? name.toUpperCase() : 'replace';
    }),
  ];
  if (settings.includes('replace')) return 'replace';
  const said = settings.filter((setting) => setting !== null);
  return said.length === 0 ? [] : [ddl(`ALTER OPERATOR ${change.after.reference} SET (${said.join(', ')})`)];
}

const partners = (condition: string): string => `coalesce((
             SELECT json_agg(DISTINCT ${operatorReference('p')} COLLATE "C") FROM pg_operator p
              WHERE p.oid IN (op.oprcom, op.oprnegate) AND p.oid <> op.oid AND ${condition}), '[]')`;

export const operator = defineKind<Operator>({
  name: 'operator',
  keyword: 'OPERATOR',
  folder: 'ddl',
  words: {
    statements: { AlterOperatorStmt: {} },
    types: { operator: { objectTypes: ['OBJECT_OPERATOR'] } },
    catalogs: { pg_operator: 'true' },
    memberStatements: `
      SELECT 6, o.oid, 'CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' (FUNCTION = ' || ${routineName('o.oprcode')}
               || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
               || ', RIGHTARG = ' || format_type(o.oprright, NULL)
               || CASE WHEN o.oprcom <> 0 THEN ', COMMUTATOR = ' || ${operatorInFull('o.oprcom')} ELSE '' END
               || CASE WHEN o.oprnegate <> 0 THEN ', NEGATOR = ' || ${operatorInFull('o.oprnegate')} ELSE '' END
               || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END || ')'
        FROM members m JOIN pg_operator o ON o.oid = m.objid JOIN pg_namespace n ON n.oid = o.oprnamespace
       WHERE m.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass AND o.oprcode <> 0`,
  },
  query: () => `
    SELECT ${catalog('pg_operator')} AS classid, op.oid AS objid, 0 AS objsubid, op.oprname AS objname, n.nspname AS namespace,
           ${operatorReference('op')} AS reference, ${roleName('op.oprowner')} AS owner,
           format('%I.%s', n.nspname, op.oprname) AS name, ${functionName('op.oprcode')} AS function,
           CASE WHEN op.oprleft <> 0 THEN format_type(op.oprleft, NULL) END AS left,
           CASE WHEN op.oprright <> 0 THEN format_type(op.oprright, NULL) END AS right,
           ${operatorName('op.oprcom')} AS commutator, ${operatorName('op.oprnegate')} AS negator,
           ${partners('true')} AS partners, ${partners('p.oprcode = 0')} AS shells,
           ${functionName('op.oprrest')} AS restrict, ${functionName('op.oprjoin')} AS join,
           op.oprcanhash AS hashes, op.oprcanmerge AS merges
      FROM pg_operator op JOIN pg_namespace n ON n.oid = op.oprnamespace
     WHERE op.oprcode <> 0 AND ${userNamespace('n')}`,
  create: (object) => [create(object)],
  drop: ({ reference, attributes }, context) => [
    ddl(`DROP OPERATOR ${reference}`, { hazards: [{ code: 'C402', message: `queries that use ${reference} fail` }] }),
    // No dependency leads to a shell operator, so nothing else drops it, and it depends on its operand types.
    ...attributes.shells
      .filter((shell) => !context.after.get(keyOf('operator', shell)))
      .map((shell) =>
        ddl(`DROP OPERATOR IF EXISTS ${shell}`, { why: `Drops shell operator ${shell}, which was never defined.` }),
      ),
  ],
  alter: (change, _, context) => setProperties(change, context),
  attributes: {
    name: 'replace',
    function: 'replace',
    left: 'replace',
    right: 'replace',
    commutator: 'alter',
    negator: 'alter',
    partners: 'ignore',
    // An operator that becomes a shell is dropped first.
    shells: ({ before, after }) =>
      after.attributes.shells.some((shell) => !before.attributes.shells.includes(shell)) ? 'replace' : [],
    restrict: 'alter',
    join: 'alter',
    hashes: 'alter',
    merges: 'alter',
  },
});
