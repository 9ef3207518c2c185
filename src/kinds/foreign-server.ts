// Foreign-data wrappers and servers. Foreign tables and user mappings, which need them, are not modelled: so neither
// is ever dropped and made anew.
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type Alteration, type Draft, ddl, defineKind } from './kind.ts';
import { catalog, grantsOrNull, options, roleName } from './shared/catalog-sql.ts';

export type ForeignOptions = { readonly [name: string]: string };

/** ` OPTIONS (host 'a', port '1')`, or nothing. */
const created = (list: ForeignOptions | null): string =>
  list === null
    ? ''
    : ` OPTIONS (${Object.entries(list)
        .map(([name, value]) => `${quoteIdentifier(name)} ${quoteLiteral(value)}`)
        .join(', ')})`;

/** ` OPTIONS (ADD a 'x', SET b 'y', DROP c)`; nothing where they are the same. */
function changed(before: ForeignOptions | null, after: ForeignOptions | null): string {
  const [old, now] = [before ?? {}, after ?? {}];
  const set = Object.entries(now)
    .filter(([name, value]) => old[name] !== value)
    .map(([name, value]) => `${name in old ? 'SET' : 'ADD'} ${quoteIdentifier(name)} ${quoteLiteral(value)}`);
  const dropped = Object.keys(old)
    .filter((name) => !(name in now))
    .map((name) => `DROP ${quoteIdentifier(name)}`);
  const list = [...set, ...dropped];
  return list.length === 0 ? '' : ` OPTIONS (${list.join(', ')})`;
}

type Wrapper = {
  readonly handler: string | null;
  readonly validator: string | null;
  readonly options: ForeignOptions | null;
};

const routine = (oid: string): string => `(
  SELECT format('%I.%I', pn.nspname, p.proname) FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace
   WHERE p.oid = ${oid})`;

/** One statement for all changes, so that a new validator judges the new options only. */
function changeWrapper({ before, after }: Alteration<Wrapper>): Draft[] {
  const [b, a] = [before.attributes, after.attributes];
  const part = (word: string, old: string | null, now: string | null): string =>
    old === now ? '' : now === null ? ` NO ${word}` : ` ${word} ${now}`;
  const parts = [
    part('HANDLER', b.handler, a.handler),
    part('VALIDATOR', b.validator, a.validator),
    changed(b.options, a.options),
  ];
  return [
    ddl(`ALTER FOREIGN DATA WRAPPER ${after.reference}${parts.join('')}`, {
      dangers: [{ code: 'C410', message: `foreign tables of wrapper ${after.reference} are read otherwise, or fail` }],
    }),
  ];
}

export const foreignDataWrapper = defineKind<Wrapper>({
  name: 'foreign-data wrapper',
  keyword: 'FOREIGN DATA WRAPPER',
  folder: 'ddl',
  holdsRows: () => true,
  privileges: { keyword: 'FOREIGN DATA WRAPPER', letter: 'F' },
  query: () => `
    SELECT ${catalog('pg_foreign_data_wrapper')} AS classid, f.oid AS objid, 0 AS objsubid, NULL AS namespace,
           quote_ident(f.fdwname) AS reference, ${roleName('f.fdwowner')} AS owner,
           ${grantsOrNull('f.fdwacl', 'f.fdwowner')} AS grants,
           ${routine('f.fdwhandler')} AS handler, ${routine('f.fdwvalidator')} AS validator,
           ${options('f.fdwoptions')} AS options
      FROM pg_foreign_data_wrapper f`,
  create: ({ reference, attributes: f }) => [
    ddl(
      `CREATE FOREIGN DATA WRAPPER ${reference}` +
        (f.handler === null ? '' : ` HANDLER ${f.handler}`) +
        (f.validator === null ? '' : ` VALIDATOR ${f.validator}`) +
        created(f.options),
    ),
  ],
  drop: ({ reference }) => [ddl(`DROP FOREIGN DATA WRAPPER ${reference}`)],
  attributes: {
    handler: changeWrapper,
    validator: changeWrapper,
    options: changeWrapper,
  },
});

type Server = {
  readonly wrapper: string;
  readonly type: string | null;
  readonly version: string | null;
  readonly options: ForeignOptions | null;
};

function changeServer({ before, after }: Alteration<Server>): Draft[] {
  const [b, a] = [before.attributes, after.attributes];
  const version = b.version === a.version ? '' : ` VERSION ${a.version === null ? 'NULL' : quoteLiteral(a.version)}`;
  return [
    ddl(`ALTER SERVER ${after.reference}${version}${changed(b.options, a.options)}`, {
      dangers: [{ code: 'C410', message: `foreign tables of server ${after.reference} read another place, or fail` }],
    }),
  ];
}

export const foreignServer = defineKind<Server>({
  name: 'server',
  keyword: 'SERVER',
  folder: 'ddl',
  holdsRows: () => true,
  privileges: { keyword: 'FOREIGN SERVER', letter: 'S' },
  query: () => `
    SELECT ${catalog('pg_foreign_server')} AS classid, s.oid AS objid, 0 AS objsubid, NULL AS namespace,
           quote_ident(s.srvname) AS reference, ${roleName('s.srvowner')} AS owner,
           ${grantsOrNull('s.srvacl', 's.srvowner')} AS grants, quote_ident(f.fdwname) AS wrapper,
           s.srvtype AS type, s.srvversion AS version, ${options('s.srvoptions')} AS options
      FROM pg_foreign_server s JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw`,
  create: ({ reference, attributes: s }) => [
    ddl(
      `CREATE SERVER ${reference}` +
        (s.type === null ? '' : ` TYPE ${quoteLiteral(s.type)}`) +
        (s.version === null ? '' : ` VERSION ${quoteLiteral(s.version)}`) +
        ` FOREIGN DATA WRAPPER ${s.wrapper}${created(s.options)}`,
    ),
  ],
  drop: ({ reference }) => [
    ddl(`DROP SERVER ${reference}`, {
      why: `Drops server ${reference}; PostgreSQL refuses while a foreign table or user mapping needs it.`,
    }),
  ],
  attributes: {
    wrapper: ({ after }) => ({
      refuse: `server ${after.reference} can't move to another foreign-data wrapper`,
      hint: 'make a server under a new name, and move its foreign tables in a migration of your own',
    }),
    type: ({ after }) => ({
      refuse: `the type of server ${after.reference} can't be changed`,
      hint: 'make a server under a new name, and move its foreign tables in a migration of your own',
    }),
    version: changeServer,
    options: changeServer,
  },
});
