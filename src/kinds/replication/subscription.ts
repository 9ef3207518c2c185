// The kind subscription: CREATE SUBSCRIPTION … WITH (connect = false) (catalog pg_subscription).
// pg_dump writes the same, so that a migration needs no connection to the publisher. The hazards of a statement state
// what to do on the publisher.
import { quoteLiteral } from '../../sql/identifiers.ts';
import { definesWord, mentionsWord } from '../../sql/statement-words.ts';
import {
  type Alteration,
  type Draft,
  ddl,
  defineKind,
  type HazardDraft,
  holdsRows,
  type Refusal,
  type Sides,
  type Since,
  type Typed,
} from '../kind.ts';
import { catalog, roleName } from '../shared/catalog-sql.ts';
import { secretHazards } from '../shared/secrets.ts';

type Subscription = {
  /** Null where the session has no right to read the connection (`unread`). */
  readonly connection: string | null;
  readonly publications: readonly string[];
  readonly slot: string | null;
  readonly enabled: boolean;
  readonly binary: boolean;
  /** off, on or parallel. */
  readonly streaming: string;
  readonly synchronousCommit: string;
  readonly twoPhase: boolean;
  readonly disableOnError: boolean;
  readonly passwordRequired: boolean;
  readonly runAsOwner: boolean;
  readonly origin: string;
  readonly failover: boolean;
};

type Parameter = Exclude<keyof Subscription, 'connection' | 'publications' | 'enabled'>;

const slotName = (slot: string | null): string => (slot === null ? 'NONE' : quoteLiteral(slot));

/** The parameters as WITH and SET spell them. */
const spelled = (s: Subscription): Readonly<Record<Parameter, string>> => ({
  slot: `slot_name = ${slotName(s.slot)}`,
  binary: `binary = ${s.binary}`,
  streaming: `streaming = ${s.streaming}`,
  synchronousCommit: `synchronous_commit = ${quoteLiteral(s.synchronousCommit)}`,
  twoPhase: `two_phase = ${s.twoPhase}`,
  disableOnError: `disable_on_error = ${s.disableOnError}`,
  passwordRequired: `password_required = ${s.passwordRequired}`,
  runAsOwner: `run_as_owner = ${s.runAsOwner}`,
  origin: `origin = ${s.origin}`,
  failover: `failover = ${s.failover}`,
});

/** Since PostgreSQL 18 the default of streaming is parallel (release notes of 18). */
const streamingDefault = (serverVersion: number): string => (serverVersion >= 180000 ? 'parallel' : 'off');

/** The defaults of CREATE SUBSCRIPTION; older servers lack some of the parameters. */
const defaults = (serverVersion: number): Omit<Subscription, 'connection' | 'publications' | 'slot' | 'enabled'> => ({
  binary: false,
  streaming: streamingDefault(serverVersion),
  synchronousCommit: 'off',
  twoPhase: false,
  disableOnError: false,
  passwordRequired: true,
  runAsOwner: false,
  origin: 'any',
  failover: false,
});

const publications = (s: Subscription): string => s.publications.join(', ');
const connection = (s: Subscription): string => quoteLiteral(s.connection ?? '');

const waiting = ({ reference, attributes: s }: Typed<Subscription>): HazardDraft => ({
  code: 'C412',
  message: `creates subscription ${reference} without a connection: it receives no changes until it is set up by hand`,
  remedy:
    (s.slot === null
      ? ''
      : `on the publisher: SELECT pg_create_logical_replication_slot(${quoteLiteral(s.slot)}, 'pgoutput'); then here: `) +
    `ALTER SUBSCRIPTION ${reference} REFRESH PUBLICATION${s.enabled ? '' : ', once the subscription is enabled'}`,
});

const unreadHazards = (object: Typed<Subscription>): HazardDraft[] =>
  object.unread
    ? [
        {
          code: 'D107',
          message: `the connection of subscription ${object.reference} could not be read, so the undo can't restore it`,
          remedy: 'read the database as a superuser',
          blocking: true,
        },
      ]
    : [];

const alter = ({ reference }: Typed<Subscription>, change: string, parts: Omit<Draft, 'sql'> = {}): Draft => {
  const sql = `ALTER SUBSCRIPTION ${reference} ${change}`;
  return ddl(sql, {
    ...parts,
    hazards: [...(parts.hazards ?? []), ...secretHazards(sql, `subscription ${reference}`)],
  });
};

const enabling = (object: Typed<Subscription>): Draft =>
  alter(object, 'ENABLE', { why: `Enables subscription ${object.reference}.` });

const disabling = (object: Typed<Subscription>): Draft =>
  alter(object, 'DISABLE', {
    why: `Disables subscription ${object.reference}.`,
    hazards: [{ code: 'C412', message: `subscription ${object.reference} receives no changes while it is disabled` }],
  });

function create(object: Typed<Subscription>, context: Sides): Draft[] {
  const { reference, attributes: s } = object;
  const [now, usual] = [spelled(s), spelled({ ...s, ...defaults(context.serverVersion) })];
  const said = (Object.keys(now) as Parameter[]).filter((name) => now[name] !== usual[name]).map((name) => now[name]);
  const list = ['connect = false', now.slot, ...said];
  const sql = `CREATE SUBSCRIPTION ${reference}\n    CONNECTION ${connection(s)}\n    PUBLICATION ${publications(s)}\n    WITH (${list.join(', ')})`;
  const hazards = [waiting(object), ...secretHazards(sql, `subscription ${reference}`), ...unreadHazards(object)];
  return [ddl(sql, { hazards }), ...(s.enabled ? [enabling(object)] : [])];
}

/**
 * DROP after SET (slot_name = NONE): dropping the slot needs a connection to the publisher and no transaction block.
 */
function drop(object: Typed<Subscription>): Draft[] {
  const { reference, attributes: s } = object;
  const stays: HazardDraft = {
    code: 'C412',
    message: `leaves replication slot ${s.slot} on the publisher, which keeps WAL for it`,
    remedy: `on the publisher: SELECT pg_drop_replication_slot(${quoteLiteral(s.slot ?? '')})`,
  };
  const lost: HazardDraft = {
    code: 'D106',
    message: `drops subscription ${reference} and the replication state of its tables`,
    remedy: 'disable the subscription first, and drop it in a later release',
    blocking: true,
  };
  return [
    // DROP SUBSCRIPTION leaves the comment in pg_description.
    ...(object.comment === null ? [] : [ddl(`COMMENT ON SUBSCRIPTION ${reference} IS NULL`)]),
    ...(s.enabled ? [disabling(object)] : []),
    ...(s.slot === null ? [] : [alter(object, 'SET (slot_name = NONE)', { hazards: [stays] })]),
    ddl(`DROP SUBSCRIPTION ${reference}`, {
      loses: `the replication position of subscription ${reference}`,
      hazards: [lost, ...unreadHazards(object)],
    }),
  ];
}

/** Parameters that need a disabled subscription, a connection to the publisher, and no transaction block. */
const OFFLINE: readonly Parameter[] = ['twoPhase', 'failover'];

/** The statements for all changed attributes: their order matters. */
function change({ before, after }: Alteration<Subscription>): Draft[] {
  const [old, now] = [before.attributes, after.attributes];
  const [was, is] = [spelled(old), spelled(now)];
  const changed = (Object.keys(is) as Parameter[]).filter((name) => was[name] !== is[name]);
  const offline = changed.filter((name) => OFFLINE.includes(name));
  const online = changed.filter((name) => !OFFLINE.includes(name));
  const pause = old.enabled && (!now.enabled || offline.length > 0);
  const published = publications(old) === publications(now);
  const connected = old.connection === now.connection;
  return [
    ...(pause ? [disabling(after)] : []),
    ...(connected ? [] : [alter(after, `CONNECTION ${connection(now)}`, { hazards: [elsewhere(after)] })]),
    ...(published ? [] : [setPublications(after)]),
    ...(online.length === 0 ? [] : [alter(after, `SET (${online.map((name) => is[name]).join(', ')})`)]),
    ...offline.map((name) => setOffline(after, is[name])),
    ...(now.enabled && (pause || !old.enabled) ? [enabling(after)] : []),
  ];
}

const elsewhere = ({ reference }: Typed<Subscription>): HazardDraft => ({
  code: 'C412',
  message: `changes the connection of subscription ${reference}, which may fail`,
});

const setPublications = (object: Typed<Subscription>): Draft =>
  alter(object, `SET PUBLICATION ${publications(object.attributes)} WITH (refresh = false)`, {
    hazards: [
      {
        code: 'C412',
        message: `subscription ${object.reference} receives changes of the same tables until it is refreshed`,
        remedy: `ALTER SUBSCRIPTION ${object.reference} REFRESH PUBLICATION, outside a transaction block`,
      },
    ],
  });

const setOffline = (object: Typed<Subscription>, parameter: string): Draft =>
  alter(object, `SET (${parameter})`, {
    commit: 'outside',
    hazards: [{ code: 'C412', message: `fails if the publisher of subscription ${object.reference} can't be reached` }],
  });

/** Since which major a parameter of OFFLINE can be changed, and its name. */
const CHANGEABLE = { twoPhase: [18, 'two_phase'], failover: [17, 'failover'] } as const;

/** The statements, or a refusal: parameters of OFFLINE need a slot, and a server that can change them. */
function changeIfPossible(
  alteration: Alteration<Subscription>,
  changed: readonly (keyof Subscription)[],
  { serverVersion }: Sides,
): Draft[] | Refusal {
  const { reference, attributes: s } = alteration.after;
  for (const [name, [major, word]] of Object.entries(CHANGEABLE)) {
    if (!changed.some((other) => other === name) || (serverVersion >= major * 10_000 && s.slot !== null)) continue;
    return {
      refuse: `${word} of subscription ${reference} can't be changed ${s.slot === null ? 'without a slot' : 'on this server'}`,
      hint: 'drop and create the subscription in two migrations: its tables must be copied again, or known to be equal',
    };
  }
  return change(alteration);
}

/**
 * A query that names subconninfo fails for roles without the right to read the column, so the column is named in a
 * text that runs only where the role has the right. query_to_xml() runs a query that is given as text.
 */
const CONNECTION = `CASE WHEN may.read THEN (
  SELECT nullif(replace(replace(replace(replace(substring(x.row FROM '<c>(.*)</c>'), '&lt;', '<'), '&gt;', '>'),
           '&#x0d;', chr(13)), '&amp;', '&'), '')
    FROM (SELECT query_to_xml(format('SELECT subconninfo AS c FROM pg_catalog.pg_subscription WHERE oid = %s', s.oid),
            true, true, '')::text AS row) x) END`;

/** Columns that are newer than PostgreSQL 14. Scratch writes `d` for the destination's default. */
function newerColumns(version: number, destination: number): string {
  const since = (major: number, sql: string, otherwise: string): string =>
    version >= major * 10_000 ? sql : otherwise;
  const streaming = since(
    16,
    `CASE s.substream WHEN 't' THEN 'on' WHEN 'p' THEN 'parallel' WHEN 'd' THEN '${streamingDefault(destination)}' ELSE 'off' END`,
    "CASE WHEN s.substream THEN 'on' ELSE 'off' END",
  );
  return `
           ${streaming} AS streaming,
           ${since(15, "s.subtwophasestate <> 'd'", 'false')} AS "twoPhase",
           ${since(15, 's.subdisableonerr', 'false')} AS "disableOnError",
           ${since(16, 's.subpasswordrequired', 'true')} AS "passwordRequired",
           ${since(16, 's.subrunasowner', 'false')} AS "runAsOwner",
           ${since(16, 's.suborigin', "'any'")} AS origin,
           ${since(17, 's.subfailover', 'false')} AS failover`;
}

const SINCE: readonly Since<Subscription>[] = [
  { major: 17, feature: 'failover of a subscription', uses: ({ attributes: s }) => s.failover },
  { major: 16, feature: 'streaming in parallel', uses: ({ attributes: s }) => s.streaming === 'parallel' },
  { major: 16, feature: 'the origin of a subscription', uses: ({ attributes: s }) => s.origin !== 'any' },
  { major: 16, feature: 'password_required of a subscription', uses: ({ attributes: s }) => !s.passwordRequired },
  { major: 16, feature: 'run_as_owner of a subscription', uses: ({ attributes: s }) => s.runAsOwner },
  { major: 15, feature: 'two-phase commit of a subscription', uses: ({ attributes: s }) => s.twoPhase },
  { major: 15, feature: 'disable_on_error of a subscription', uses: ({ attributes: s }) => s.disableOnError },
];

export const subscription = defineKind<Subscription>({
  name: 'subscription',
  keyword: 'SUBSCRIPTION',
  folder: 'ddl',
  words: {
    statements: {
      CreateSubscriptionStmt: { defines: definesWord('subscription', 'subname') },
      AlterSubscriptionStmt: { mentions: mentionsWord('subscription', 'subname') },
      DropSubscriptionStmt: { drops: mentionsWord('subscription', 'subname') },
    },
    types: { subscription: { objectTypes: ['OBJECT_SUBSCRIPTION'], within: 'database' } },
  },
  // A recreated subscription would lose its replication position.
  respond: holdsRows,
  query: (version, destination) => `
    SELECT ${catalog('pg_subscription')} AS classid, s.oid AS objid, 0 AS objsubid, s.subname AS objname, NULL AS namespace,
           quote_ident(s.subname) AS reference, ${roleName('s.subowner')} AS owner,
           CASE WHEN NOT may.read THEN json_build_array('connection') END AS unread,
           ${CONNECTION} AS connection,
           (SELECT json_agg(quote_ident(p) ORDER BY p) FROM unnest(s.subpublications) p) AS publications,
           s.subslotname AS slot, s.subenabled AS enabled, s.subbinary AS binary,
           s.subsynccommit AS "synchronousCommit",${newerColumns(version, destination)}
      FROM pg_subscription s,
           LATERAL (SELECT has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS read) may
     WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())`,
  create,
  drop,
  since: SINCE,
  alter: changeIfPossible,
  attributes: {
    connection: 'alter',
    publications: 'alter',
    slot: 'alter',
    enabled: 'alter',
    binary: 'alter',
    streaming: 'alter',
    synchronousCommit: 'alter',
    twoPhase: 'alter',
    disableOnError: 'alter',
    passwordRequired: 'alter',
    runAsOwner: 'alter',
    origin: 'alter',
    failover: 'alter',
  },
});
