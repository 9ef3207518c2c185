// Subscriptions, as pg_dump makes them: without a connection to the publisher, so that a migration stays a transaction
// of this server alone. What is to be done on the publisher is said beside the statement.
import { quoteLiteral } from '../sql/identifiers.ts';
import { definesWord, mentionsWord } from '../sql/statement-words.ts';
import {
  type Alteration,
  type Danger,
  type Draft,
  ddl,
  defineKind,
  holdsRows,
  type Refusal,
  type Sides,
  type Since,
  type Typed,
} from './kind.ts';
import { catalog, roleName } from './shared/catalog-sql.ts';
import { secretDangers } from './shared/secrets.ts';

type Subscription = {
  /** Null where this session may not read it (`unread`). */
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

/** Since 18 changes are applied in parallel where nothing is said (release notes of 18). */
const streamingDefault = (serverVersion: number): string => (serverVersion >= 180000 ? 'parallel' : 'off');

/** What CREATE gives where nothing is said; older servers lack some of it. */
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

const waiting = ({ reference, attributes: s }: Typed<Subscription>): Danger => ({
  code: 'C412',
  message: `subscription ${reference} is made without a connection: it receives nothing before it is set up by hand`,
  remedy:
    (s.slot === null
      ? ''
      : `on the publisher: SELECT pg_create_logical_replication_slot(${quoteLiteral(s.slot)}, 'pgoutput'); then here: `) +
    `ALTER SUBSCRIPTION ${reference} REFRESH PUBLICATION${s.enabled ? '' : ', when it is enabled'}`,
});

const unreadDangers = (object: Typed<Subscription>): Danger[] =>
  object.unread
    ? [
        {
          code: 'D107',
          message: `the connection of subscription ${object.reference} could not be read: the undo can't restore it`,
          remedy: 'read the database as a superuser',
          blocking: true,
        },
      ]
    : [];

const alter = ({ reference }: Typed<Subscription>, change: string, parts: Omit<Draft, 'sql'> = {}): Draft => {
  const sql = `ALTER SUBSCRIPTION ${reference} ${change}`;
  return ddl(sql, {
    ...parts,
    dangers: [...(parts.dangers ?? []), ...secretDangers(sql, `subscription ${reference}`)],
  });
};

const enabling = (object: Typed<Subscription>): Draft =>
  alter(object, 'ENABLE', { why: `Has subscription ${object.reference} receive changes.` });

const disabling = (object: Typed<Subscription>): Draft =>
  alter(object, 'DISABLE', {
    why: `Stops subscription ${object.reference}.`,
    dangers: [{ code: 'C412', message: `subscription ${object.reference} receives nothing while it is disabled` }],
  });

function create(object: Typed<Subscription>, context: Sides): Draft[] {
  const { reference, attributes: s } = object;
  const [now, usual] = [spelled(s), spelled({ ...s, ...defaults(context.serverVersion) })];
  const said = (Object.keys(now) as Parameter[]).filter((name) => now[name] !== usual[name]).map((name) => now[name]);
  const list = ['connect = false', now.slot, ...said];
  const sql = `CREATE SUBSCRIPTION ${reference}\n    CONNECTION ${connection(s)}\n    PUBLICATION ${publications(s)}\n    WITH (${list.join(', ')})`;
  const dangers = [waiting(object), ...secretDangers(sql, `subscription ${reference}`), ...unreadDangers(object)];
  return [ddl(sql, { dangers }), ...(s.enabled ? [enabling(object)] : [])];
}

/** Without its slot, which only the publisher could drop: that needs a connection, and no transaction block. */
function drop(object: Typed<Subscription>): Draft[] {
  const { reference, attributes: s } = object;
  const stays: Danger = {
    code: 'C412',
    message: `slot ${s.slot} stays on the publisher and keeps its WAL`,
    remedy: `on the publisher: SELECT pg_drop_replication_slot(${quoteLiteral(s.slot ?? '')})`,
  };
  const lost: Danger = {
    code: 'D106',
    message: `drops subscription ${reference}, with what it knows of its tables`,
    remedy: 'disable it first, and drop it later',
    blocking: true,
  };
  return [
    // DROP SUBSCRIPTION leaves the comment in pg_description.
    ...(object.comment === null ? [] : [ddl(`COMMENT ON SUBSCRIPTION ${reference} IS NULL`)]),
    ...(s.enabled ? [disabling(object)] : []),
    ...(s.slot === null ? [] : [alter(object, 'SET (slot_name = NONE)', { dangers: [stays] })]),
    ddl(`DROP SUBSCRIPTION ${reference}`, {
      loses: `the position of subscription ${reference}`,
      dangers: [lost, ...unreadDangers(object)],
    }),
  ];
}

/** Set while it is disabled, and told to the publisher at once: not in a transaction block. */
const OFFLINE: readonly Parameter[] = ['twoPhase', 'failover'];

/** One answer for every attribute, since the order of its statements matters. */
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
    ...(connected ? [] : [alter(after, `CONNECTION ${connection(now)}`, { dangers: [elsewhere(after)] })]),
    ...(published ? [] : [setPublications(after)]),
    ...(online.length === 0 ? [] : [alter(after, `SET (${online.map((name) => is[name]).join(', ')})`)]),
    ...offline.map((name) => setOffline(after, is[name])),
    ...(now.enabled && (pause || !old.enabled) ? [enabling(after)] : []),
  ];
}

const elsewhere = ({ reference }: Typed<Subscription>): Danger => ({
  code: 'C412',
  message: `subscription ${reference} reads from another place, or fails`,
});

const setPublications = (object: Typed<Subscription>): Draft =>
  alter(object, `SET PUBLICATION ${publications(object.attributes)} WITH (refresh = false)`, {
    dangers: [
      {
        code: 'C412',
        message: `subscription ${object.reference} goes on with the tables it knows`,
        remedy: `ALTER SUBSCRIPTION ${object.reference} REFRESH PUBLICATION, outside a transaction block`,
      },
    ],
  });

const setOffline = (object: Typed<Subscription>, parameter: string): Draft =>
  alter(object, `SET (${parameter})`, {
    commit: 'outside',
    dangers: [{ code: 'C412', message: `fails if the publisher of subscription ${object.reference} can't be reached` }],
  });

/** Since which major a parameter of OFFLINE can be changed, and its name. */
const CHANGEABLE = { twoPhase: [18, 'two_phase'], failover: [17, 'failover'] } as const;

/** What is set offline needs a slot, and a server that can change it. */
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
      hint: 'drop the subscription and create it again, in two migrations: its tables must be copied or known to be the same',
    };
  }
  return change(alteration);
}

/**
 * Naming the column is an error for those who may not read it, so that it is named in a text that runs only for those
 * who may. XML is the only form in which a query given as text returns its rows.
 */
const CONNECTION = `CASE WHEN may.read THEN (
  SELECT nullif(replace(replace(replace(replace(substring(x.row FROM '<c>(.*)</c>'), '&lt;', '<'), '&gt;', '>'),
           '&#x0d;', chr(13)), '&amp;', '&'), '')
    FROM (SELECT query_to_xml(format('SELECT subconninfo AS c FROM pg_catalog.pg_subscription WHERE oid = %s', s.oid),
            true, true, '')::text AS row) x) END`;

/** Columns that came after 14. Scratch writes `d` where nothing is said: the destination's default. */
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
  // Recreated, it would lose its position.
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
