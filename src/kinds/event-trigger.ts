// The kind event trigger: CREATE EVENT TRIGGER (catalog pg_event_trigger).
import { quoteLiteral } from '../sql/identifiers.ts';
import { definesWord, mentionsWord } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind } from './kind.ts';
import { catalog, qualified, roleName } from './shared/catalog-sql.ts';
import { FIRING, firingSql } from './shared/firing.ts';

type EventTrigger = {
  readonly event: string;
  readonly tags: readonly string[];
  readonly routine: string;
  readonly firing: string;
};

const WHEN: Readonly<Record<string, string>> = {
  ddl_command_start: 'before',
  ddl_command_end: 'after',
  sql_drop: 'when objects are dropped by',
  table_rewrite: 'before a table is rewritten by',
};

/** When the event trigger runs, for messages. */
const moment = ({ event, tags }: EventTrigger): string =>
  event === 'login'
    ? 'at every login; a failing trigger blocks all logins'
    : `${WHEN[event] ?? `at ${event} of`} ${tags.length === 0 ? 'any command' : tags.join(', ')}`;

const SESSIONS: Readonly<Record<string, string>> = { R: ' in replica sessions only', A: ' in all sessions' };

const setFiring = (reference: string, firing: string): Draft =>
  ddl(`ALTER EVENT TRIGGER ${reference} ${FIRING[firing] ?? 'ENABLE'}`, {
    hazards: [
      {
        code: 'C407',
        message: `${firing === 'D' ? 'disables' : 'enables'} event trigger ${reference}${SESSIONS[firing] ?? ''}`,
      },
    ],
  });

export const eventTrigger = defineKind<EventTrigger>({
  name: 'event trigger',
  keyword: 'EVENT TRIGGER',
  folder: 'ddl',
  words: {
    statements: {
      CreateEventTrigStmt: { defines: definesWord('event trigger', 'trigname') },
      AlterEventTrigStmt: { mentions: mentionsWord('event trigger', 'trigname') },
    },
    types: { 'event trigger': { objectTypes: ['OBJECT_EVENT_TRIGGER'], within: 'database' } },
    catalogs: { pg_event_trigger: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_event_trigger')} AS classid, e.oid AS objid, 0 AS objsubid, e.evtname AS objname, NULL AS namespace,
           quote_ident(e.evtname) AS reference, ${roleName('e.evtowner')} AS owner, e.evtevent AS event,
           coalesce(to_json(e.evttags), '[]') AS tags, ${qualified('n.nspname', 'p.proname')} AS routine,
           ${firingSql('e.evtenabled')} AS firing
      FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace`,
  create: ({ reference, attributes: e }) => [
    ddl(
      `CREATE EVENT TRIGGER ${reference} ON ${e.event}` +
        (e.tags.length === 0 ? '' : `\n    WHEN TAG IN (${e.tags.map(quoteLiteral).join(', ')})`) +
        `\n    EXECUTE FUNCTION ${e.routine}()`,
      { hazards: [{ code: 'C407', message: `runs event trigger ${reference} ${moment(e)}` }] },
    ),
  ],
  settings: ({ reference, attributes: e }) => (e.firing === 'O' ? [] : [setFiring(reference, e.firing)]),
  drop: ({ reference }) => [
    ddl(`DROP EVENT TRIGGER ${reference}`, {
      hazards: [{ code: 'C407', message: `stops running event trigger ${reference}` }],
    }),
  ],
  since: [{ major: 17, feature: 'an event trigger at login', uses: ({ attributes: e }) => e.event === 'login' }],
  meaning: (e) => ({ ...e, tags: [...e.tags].sort() }),
  attributes: {
    event: 'replace',
    tags: 'replace',
    routine: 'replace',
    firing: ({ after }) => [setFiring(after.reference, after.attributes.firing)],
  },
});
