// Privileges as data, and the GRANT and REVOKE statements between two states, for kinds with privileges.
// See the manual, section 5.8.
import { type Grant, OWNER } from '../../catalog/catalog.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';

const ALL: Readonly<Record<string, readonly string[]>> = {
  r: ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'],
  c: ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
  s: ['SELECT', 'USAGE', 'UPDATE'],
  f: ['EXECUTE'],
  T: ['USAGE'],
  n: ['USAGE', 'CREATE'],
  l: ['USAGE'],
  F: ['USAGE'],
  S: ['USAGE'],
  d: ['CREATE', 'TEMPORARY', 'CONNECT'],
  p: ['SET', 'ALTER SYSTEM'],
};

/** All privileges of an object type, by acldefault()'s letter. MAINTAIN came with PostgreSQL 17. */
const allPrivileges = (letter: string, serverVersion: number): readonly string[] =>
  (ALL[letter] ?? []).filter((privilege) => privilege !== 'MAINTAIN' || serverVersion >= 170000);

/** The default privileges of PUBLIC (acldefault). */
const EVERYONE: Readonly<Record<string, readonly string[]>> = {
  f: ['EXECUTE'],
  T: ['USAGE'],
  l: ['USAGE'],
  d: ['TEMPORARY', 'CONNECT'],
};

/** acldefault(): the privileges of owner and PUBLIC before any GRANT or REVOKE. */
export function defaultGrants(letter: string, serverVersion: number): Grant[] {
  if (letter === 'c') return [];
  const grant = (grantee: string) => (privilege: string) => ({ grantee, privilege, grantable: false, column: null });
  const everyone = EVERYONE[letter] ?? [];
  return [...allPrivileges(letter, serverVersion).map(grant(OWNER)), ...everyone.map(grant('PUBLIC'))];
}

const identity = (g: Grant): string => `${g.grantee}\0${g.column ?? ''}\0${g.privilege}`;

/** Grants in a fixed order, without duplicates: grants of one privilege by several grantors count once. */
export function normalized(grants: readonly Grant[]): Grant[] {
  const byIdentity = new Map<string, Grant>();
  for (const grant of grants) {
    const known = byIdentity.get(identity(grant));
    if (!known || (!known.grantable && grant.grantable)) byIdentity.set(identity(grant), grant);
  }
  return [...byIdentity.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}

export interface GrantTarget {
  /** `TABLE app.users`. */
  readonly on: string;
  readonly letter: string;
  readonly serverVersion: number;
  /** The owner's name in the statements. */
  readonly owner: string | null;
  /** `ALTER DEFAULT PRIVILEGES FOR ROLE r `; absent for GRANT and REVOKE on an object. */
  readonly prefix?: string;
}

const role = (grantee: string, target: GrantTarget): string => {
  if (grantee === 'PUBLIC') return 'PUBLIC';
  return grantee === OWNER ? quoteIdentifier(target.owner ?? 'CURRENT_ROLE') : quoteIdentifier(grantee);
};

/** `SELECT, UPDATE (name)`, or ALL for all privileges. */
function privilegeList(grants: readonly Grant[], target: GrantTarget): string {
  const whole = grants.filter((g) => g.column === null).map((g) => g.privilege);
  const all = allPrivileges(target.letter, target.serverVersion);
  if (whole.length === grants.length && all.length > 1 && all.every((p) => whole.includes(p))) return 'ALL';
  const columns = new Map<string, string[]>();
  for (const g of grants) {
    if (g.column !== null) columns.set(g.privilege, [...(columns.get(g.privilege) ?? []), quoteIdentifier(g.column)]);
  }
  const onColumns = [...columns].map(([privilege, names]) => `${privilege} (${names.join(', ')})`);
  return [...whole.sort((a, b) => all.indexOf(a) - all.indexOf(b)), ...onColumns].join(', ');
}

function grouped(grants: readonly Grant[]): Grant[][] {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const name = `${grant.grantee}\0${grant.grantable}\0${grant.column === null}`;
    groups.set(name, [...(groups.get(name) ?? []), grant]);
  }
  return [...groups.values()];
}

/** GRANT or REVOKE, and whether it gives a privilege to every role: then its hazard blocks. */
export interface GrantStatement {
  readonly sql: string;
  readonly opens: boolean;
}

/** Statements that turn the privileges `before` into `after`: revocations first. */
export function grantStatements(
  before: readonly Grant[],
  after: readonly Grant[],
  target: GrantTarget,
): GrantStatement[] {
  const old = new Map(normalized(before).map((g) => [identity(g), g]));
  const now = new Map(normalized(after).map((g) => [identity(g), g]));
  const gone = [...old].filter(([id]) => !now.has(id)).map(([, g]) => g);
  const lessened = [...now].filter(([id, g]) => old.get(id)?.grantable && !g.grantable).map(([, g]) => g);
  const added = [...now]
    .filter(([id, g]) => !old.has(id) || (g.grantable && !old.get(id)?.grantable))
    .map(([, g]) => g);
  const prefix = target.prefix ?? '';
  const words = (group: readonly Grant[]): string => `${privilegeList(group, target)} ON ${target.on}`;
  const grantee = (group: readonly Grant[]): string => group[0]?.grantee ?? '';
  const revoke = (what: string) => (group: readonly Grant[]) => ({
    sql: `${prefix}REVOKE ${what}${words(group)} FROM ${role(grantee(group), target)}`,
    opens: false,
  });
  return [
    ...grouped(gone.map((g) => ({ ...g, grantable: false }))).map(revoke('')),
    ...grouped(lessened).map(revoke('GRANT OPTION FOR ')),
    ...grouped(added).map((group) => ({
      sql:
        `${prefix}GRANT ${words(group)} TO ${role(grantee(group), target)}` +
        (group[0]?.grantable ? ' WITH GRANT OPTION' : ''),
      opens: grantee(group) === 'PUBLIC',
    })),
  ];
}
