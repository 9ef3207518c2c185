// Operators and support functions in pg_amop and pg_amproc, for the kinds operator class and operator family.
import { catalog, operatorReference } from './catalog-sql.ts';

/** An operator or a support function of an operator class or family: pg_amop, pg_amproc. */
export type Member = {
  readonly word: 'OPERATOR' | 'FUNCTION';
  readonly number: number;
  /** The operand types (amoplefttype, amoprighttype) under which the access method finds the member. */
  readonly types: string;
  /** The name with argument types: `app.< (integer, integer)`. */
  readonly name: string;
  /** The family that orders what the operator returns: `app.distances`. */
  readonly sort: string | null;
};

/** A member as CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY … ADD spell it. */
export const memberText = ({ word, number, types, name, sort }: Member): string =>
  word === 'OPERATOR'
    ? `OPERATOR ${number} ${name}${sort === null ? '' : ` FOR ORDER BY ${sort}`}`
    : `FUNCTION ${number} (${types}) ${name}`;

/** The member's unique key in the family: kind of member, number and types. */
export const memberSlot = (family: string, { word, number, types }: Omit<Member, 'name' | 'sort'>): string =>
  `${word} ${number} (${types}) of ${family}`;

const typePair = (left: string, right: string): string =>
  `format('%s, %s', format_type(${left}, NULL), format_type(${right}, NULL))`;

/** The attributes of a member for an alias of pg_amop. */
export const operatorMember = (alias: string): string => `
    'OPERATOR' AS word, ${alias}.amopstrategy AS number, ${typePair(`${alias}.amoplefttype`, `${alias}.amoprighttype`)} AS types,
    (SELECT ${operatorReference('mop')} FROM pg_operator mop WHERE mop.oid = ${alias}.amopopr) AS name,
    (SELECT format('%I.%I', sn.nspname, sf.opfname) FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace
      WHERE sf.oid = ${alias}.amopsortfamily) AS sort`;

/** The attributes of a member for an alias of pg_amproc. */
export const functionMember = (alias: string): string => `
    'FUNCTION' AS word, ${alias}.amprocnum AS number,
    ${typePair(`${alias}.amproclefttype`, `${alias}.amprocrighttype`)} AS types,
    (SELECT format('%I.%I(%s)', mn.nspname, mp.proname, oidvectortypes(mp.proargtypes))
       FROM pg_proc mp JOIN pg_namespace mn ON mn.oid = mp.pronamespace WHERE mp.oid = ${alias}.amproc) AS name,
    NULL::text AS sort`;

/** `EXISTS` of a member's dependency on a class or family: only pg_depend tells to which of them a member belongs. */
export const memberOf = (members: string, oid: string, ownerCatalog: string, owner: string): string => `EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = ${catalog(members)} AND d.objid = ${oid}
       AND d.refclassid = ${catalog(ownerCatalog)} AND d.refobjid = ${owner})`;
