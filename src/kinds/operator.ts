import { keyOf } from '../catalog/catalog.ts';
import { type Alteration, type Context, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import {
  catalog,
  functionName,
  operatorName,
  operatorReference,
  roleName,
  userNamespace,
} from './shared/catalog-sql.ts';

type Operator = {
  /** `schema.+`, as CREATE OPERATOR wants it. */
  readonly name: string;
  readonly function: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly commutator: string | null;
  readonly negator: string | null;
  /** The commutator and the negator, each with its operands. */
  readonly partners: readonly string[];
  /** Those of them that are named only: CREATE OPERATOR makes shells of what does not exist yet. */
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

const set = ({ reference }: Typed<Operator>, property: string): Draft =>
  ddl(`ALTER OPERATOR ${reference} SET (${property})`);

/** Estimators only guide the planner: both change in place. */
const estimator =
  (name: 'restrict' | 'join') =>
  ({ after }: Alteration<Operator>): readonly Draft[] => [
    set(after, `${name.toUpperCase()} = ${after.attributes[name] ?? 'NONE'}`),
  ];

/** PostgreSQL ties two operators both ways when one is made, and unties them when one goes. */
const partner =
  (name: 'commutator' | 'negator') =>
  ({ before, after }: Alteration<Operator>, context: Context): readonly Draft[] | 'replace' => {
    const key = (reference: string) => keyOf('operator', reference);
    const gone = before.attributes.partners.filter((reference) => !after.attributes.partners.includes(reference));
    const come = after.attributes.partners.filter((reference) => !before.attributes.partners.includes(reference));
    if (before.attributes[name] !== null) {
      const untied = gone.length > 0 && gone.every((reference) => context.drops(key(reference)));
      return after.attributes[name] === null && untied ? [] : 'replace';
    }
    if (come.length > 0 && come.every((reference) => context.creates(key(reference)))) return [];
    if (context.serverVersion < 170000) return 'replace';
    return [set(after, `${name.toUpperCase()} = ${after.attributes[name] ?? ''}`)];
  };

/** Since 17 a promise about the operator can be added, never taken back. */
const promise =
  (name: 'hashes' | 'merges') =>
  ({ after }: Alteration<Operator>, context: Context): readonly Draft[] | 'replace' =>
    after.attributes[name] && context.serverVersion >= 170000 ? [set(after, name.toUpperCase())] : 'replace';

const partners = (condition: string): string => `coalesce((
             SELECT json_agg(DISTINCT ${operatorReference('p')}) FROM pg_operator p
              WHERE p.oid IN (op.oprcom, op.oprnegate) AND p.oid <> op.oid AND ${condition}), '[]')`;

export const operator = defineKind<Operator>({
  name: 'operator',
  keyword: 'OPERATOR',
  folder: 'ddl',
  query: () => `
    SELECT ${catalog('pg_operator')} AS classid, op.oid AS objid, 0 AS objsubid, n.nspname AS namespace,
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
    ddl(`DROP OPERATOR ${reference}`, { dangers: [{ code: 'C402', message: `queries that use ${reference} fail` }] }),
    // Nobody else knows of a shell, and it would hold on to its types.
    ...attributes.shells
      .filter((shell) => !context.after.get(keyOf('operator', shell)))
      .map((shell) =>
        ddl(`DROP OPERATOR IF EXISTS ${shell}`, { why: `Drops operator ${shell}, which was promised and never made.` }),
      ),
  ],
  attributes: {
    name: 'replace',
    function: 'replace',
    left: 'replace',
    right: 'replace',
    commutator: partner('commutator'),
    negator: partner('negator'),
    partners: 'ignore',
    // What becomes a shell must first be let go of.
    shells: ({ before, after }) =>
      after.attributes.shells.some((shell) => !before.attributes.shells.includes(shell)) ? 'replace' : [],
    restrict: estimator('restrict'),
    join: estimator('join'),
    hashes: promise('hashes'),
    merges: promise('merges'),
  },
});
