// The kinds text search parser, template, dictionary and configuration (manual, chapter 12).
// A parser splits a document into tokens, dictionaries turn tokens into lexemes, and a configuration maps types of
// tokens to dictionaries.
import { asList, namesOf } from '../sql/node.ts';
import { referenceTo } from '../sql/objects.ts';
import { mentionsName } from '../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, functionName, qualified, roleName, userNamespace } from './shared/catalog-sql.ts';
import { nameInSchema } from './shared/member-sql.ts';

/**
 * The first columns of a query, for aliases t of the catalog and n of its namespace; `prefix` is that of its columns.
 */
const head = (catalogName: string, prefix: string, owned: boolean): string => `
    SELECT ${catalog(catalogName)} AS classid, t.oid AS objid, 0 AS objsubid, t.${prefix}name AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', `t.${prefix}name`)} AS reference${owned ? `, ${roleName(`t.${prefix}owner`)} AS owner` : ''}`;

const from = (catalogName: string, prefix: string): string => `
      FROM ${catalogName} t JOIN pg_namespace n ON n.oid = t.${prefix}namespace
     WHERE ${userNamespace('n')}`;

const definition = (keyword: string, reference: string, parts: readonly (string | null)[]): Draft =>
  ddl(`CREATE ${keyword} ${reference} (\n    ${parts.filter((part) => part !== null).join(',\n    ')}\n)`);

const part = (word: string, value: string | null): string | null => (value === null ? null : `${word} = ${value}`);

type Parser = {
  readonly start: string;
  readonly getToken: string;
  readonly end: string;
  readonly headline: string | null;
  readonly lexTypes: string;
};

export const textSearchParser = defineKind<Parser>({
  name: 'text search parser',
  keyword: 'TEXT SEARCH PARSER',
  folder: 'ddl',
  words: {
    types: { 'text search parser': { objectTypes: ['OBJECT_TSPARSER'] } },
    catalogs: { pg_ts_parser: 'true' },
  },
  query: () => `${head('pg_ts_parser', 'prs', false)},
           ${functionName('t.prsstart')} AS start, ${functionName('t.prstoken')} AS "getToken",
           ${functionName('t.prsend')} AS end, ${functionName('t.prsheadline')} AS headline,
           ${functionName('t.prslextype')} AS "lexTypes"${from('pg_ts_parser', 'prs')}`,
  create: ({ reference, attributes: p }) => [
    definition('TEXT SEARCH PARSER', reference, [
      part('START', p.start),
      part('GETTOKEN', p.getToken),
      part('END', p.end),
      part('HEADLINE', p.headline),
      part('LEXTYPES', p.lexTypes),
    ]),
  ],
  drop: ({ reference }) => [ddl(`DROP TEXT SEARCH PARSER ${reference}`)],
  attributes: { start: 'replace', getToken: 'replace', end: 'replace', headline: 'replace', lexTypes: 'replace' },
});

type Template = { readonly init: string | null; readonly lexize: string };

export const textSearchTemplate = defineKind<Template>({
  name: 'text search template',
  keyword: 'TEXT SEARCH TEMPLATE',
  folder: 'ddl',
  words: {
    types: { 'text search template': { objectTypes: ['OBJECT_TSTEMPLATE'] } },
    catalogs: { pg_ts_template: 'true' },
    memberStatements: `
      SELECT 11, t.oid, 'CREATE TEXT SEARCH TEMPLATE ' || ${nameInSchema('n.nspname', 't.tmplname')} || ' (LEXIZE = pg_catalog.dsimple_lexize)'
        FROM members m JOIN pg_ts_template t ON t.oid = m.objid JOIN pg_namespace n ON n.oid = t.tmplnamespace
       WHERE m.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass`,
  },
  query: () => `${head('pg_ts_template', 'tmpl', false)},
           ${functionName('t.tmplinit')} AS init, ${functionName('t.tmpllexize')} AS lexize${from('pg_ts_template', 'tmpl')}`,
  create: ({ reference, attributes: t }) => [
    definition('TEXT SEARCH TEMPLATE', reference, [part('INIT', t.init), part('LEXIZE', t.lexize)]),
  ],
  drop: ({ reference }) => [ddl(`DROP TEXT SEARCH TEMPLATE ${reference}`)],
  attributes: { init: 'replace', lexize: 'replace' },
});

type Dictionary = {
  readonly template: string;
  /** In the order of their names: `language = 'english', stopwords = 'english'`. */
  readonly options: string | null;
  /** The same in the order in which they were written, which is not compared. */
  readonly written: string | null;
};

/** One option of pg_ts_dict.dictinitoption, as a pattern for PostgreSQL's and JavaScript's regular expressions. */
const OPTION = `("(?:[^"]|"")*"|[^\\s,="]+) = (E?'(?:[^'\\\\]|''|\\\\.)*'|[^,]+)`;

const SORTED_OPTIONS = `(
    SELECT string_agg(option[1] || ' = ' || option[2], ', ' ORDER BY option[1] COLLATE "C")
      FROM regexp_matches(t.dictinitoption, $option$${OPTION}$option$, 'g') option)`;

/** The options by name, each with its value as written. */
function optionsOf(text: string | null): ReadonlyMap<string, string> {
  const found = (text ?? '').matchAll(new RegExp(OPTION, 'gs'));
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

/** ALTER TEXT SEARCH DICTIONARY removes an option that is given without a value. */
function changeOptions({ before, after }: Alteration<Dictionary>): readonly Draft[] {
  const [old, now] = [optionsOf(before.attributes.options), optionsOf(after.attributes.options)];
  const changed = [...now].filter(([name, value]) => old.get(name) !== value);
  const gone = [...old.keys()].filter((name) => !now.has(name));
  const list = [...changed.map(([name, value]) => `${name} = ${value}`), ...gone];
  return [
    ddl(`ALTER TEXT SEARCH DICTIONARY ${after.reference} (${list.join(', ')})`, {
      hazards: [
        {
          code: 'C407',
          message: `changes the lexemes of text search dictionary ${after.reference}; existing indexes keep the old lexemes`,
        },
      ],
    }),
  ];
}

export const textSearchDictionary = defineKind<Dictionary>({
  name: 'text search dictionary',
  keyword: 'TEXT SEARCH DICTIONARY',
  folder: 'ddl',
  words: {
    statements: { AlterTSDictionaryStmt: { mentions: mentionsName('text search dictionary', 'dictname') } },
    types: {
      'text search dictionary': {
        objectTypes: ['OBJECT_TSDICTIONARY'],
        options: { template: 'text search template' },
      },
    },
    catalogs: { pg_ts_dict: 'true' },
    memberStatements: `
      SELECT 12, d.oid, 'CREATE TEXT SEARCH DICTIONARY ' || ${nameInSchema('n.nspname', 'd.dictname')} || ' (TEMPLATE = pg_catalog.simple)'
        FROM members m JOIN pg_ts_dict d ON d.oid = m.objid JOIN pg_namespace n ON n.oid = d.dictnamespace
       WHERE m.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass`,
  },
  query: () => `${head('pg_ts_dict', 'dict', true)},
           (SELECT format('%I.%I', tn.nspname, tm.tmplname) FROM pg_ts_template tm
              JOIN pg_namespace tn ON tn.oid = tm.tmplnamespace WHERE tm.oid = t.dicttemplate) AS template,
           ${SORTED_OPTIONS} AS options, t.dictinitoption AS written${from('pg_ts_dict', 'dict')}`,
  create: ({ reference, attributes: d }) => [
    definition('TEXT SEARCH DICTIONARY', reference, [part('TEMPLATE', d.template), d.written]),
  ],
  drop: ({ reference }) => [ddl(`DROP TEXT SEARCH DICTIONARY ${reference}`)],
  attributes: {
    template: 'replace',
    options: changeOptions,
    written: 'ignore',
  },
});

type Configuration = {
  readonly parser: string;
  /** For each token type its dictionaries, in their order. */
  readonly mappings: readonly { readonly token: string; readonly dictionaries: readonly string[] }[];
};

const alter = ({ reference }: Typed<Configuration>, change: string): Draft =>
  ddl(`ALTER TEXT SEARCH CONFIGURATION ${reference}\n    ${change}`);

type Mappings = Configuration['mappings'];

/** One MAPPING clause for all token types with the same dictionaries. */
function mapped(verb: string, mappings: Mappings): string[] {
  const groups = new Map<string, string[]>();
  for (const { token, dictionaries } of mappings) {
    const list = dictionaries.join(', ');
    groups.set(list, [...(groups.get(list) ?? []), token]);
  }
  return [...groups].map(([dictionaries, tokens]) => `${verb} MAPPING FOR ${tokens.join(', ')} WITH ${dictionaries}`);
}

function changeMappings({ before, after }: Alteration<Configuration>): readonly Draft[] {
  const [old, now] = [before.attributes.mappings, after.attributes.mappings];
  const dictionariesOf = (mappings: Mappings, token: string): string | undefined =>
    mappings.find((mapping) => mapping.token === token)?.dictionaries.join(', ');
  const added = now.filter(({ token }) => dictionariesOf(old, token) === undefined);
  const changed = now.filter(({ token, dictionaries }) => {
    const was = dictionariesOf(old, token);
    return was !== undefined && was !== dictionaries.join(', ');
  });
  const gone = old.filter(({ token }) => dictionariesOf(now, token) === undefined).map(({ token }) => token);
  return [
    ...mapped('ADD', added),
    ...mapped('ALTER', changed),
    ...(gone.length > 0 ? [`DROP MAPPING FOR ${gone.join(', ')}`] : []),
  ].map((change) => alter(after, change));
}

export const textSearchConfiguration = defineKind<Configuration>({
  name: 'text search configuration',
  keyword: 'TEXT SEARCH CONFIGURATION',
  folder: 'ddl',
  words: {
    statements: {
      AlterTSConfigurationStmt: {
        mentions: (node) => [
          ...mentionsName('text search configuration', 'cfgname')(node),
          ...asList(node['dicts']).map((name) => referenceTo('text search dictionary', namesOf(name))),
        ],
      },
    },
    types: {
      'text search configuration': {
        objectTypes: ['OBJECT_TSCONFIGURATION'],
        options: { parser: 'text search parser', copy: 'text search configuration' },
      },
    },
    catalogs: { pg_ts_config: 'true' },
    memberStatements: `
      SELECT 13, c.oid, 'CREATE TEXT SEARCH CONFIGURATION ' || ${nameInSchema('n.nspname', 'c.cfgname')} || ' (PARSER = pg_catalog."default")'
        FROM members m JOIN pg_ts_config c ON c.oid = m.objid JOIN pg_namespace n ON n.oid = c.cfgnamespace
       WHERE m.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass`,
  },
  query: () => `${head('pg_ts_config', 'cfg', true)},
           (SELECT format('%I.%I', pn.nspname, p.prsname) FROM pg_ts_parser p JOIN pg_namespace pn ON pn.oid = p.prsnamespace
             WHERE p.oid = t.cfgparser) AS parser,
           coalesce((
             SELECT json_agg(json_build_object('token', quote_ident(m.alias), 'dictionaries', m.dictionaries) ORDER BY m.tokid)
               FROM (SELECT k.tokid, k.alias, json_agg(format('%I.%I', dn.nspname, d.dictname) ORDER BY cm.mapseqno)
                              AS dictionaries
                       FROM pg_ts_config_map cm JOIN pg_ts_dict d ON d.oid = cm.mapdict
                            JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                            JOIN ts_token_type(t.cfgparser) k ON k.tokid = cm.maptokentype
                      WHERE cm.mapcfg = t.oid GROUP BY k.tokid, k.alias) m), '[]') AS mappings${from('pg_ts_config', 'cfg')}`,
  create: (object) => [
    definition('TEXT SEARCH CONFIGURATION', object.reference, [part('PARSER', object.attributes.parser)]),
    ...mapped('ADD', object.attributes.mappings).map((change) => alter(object, change)),
  ],
  drop: ({ reference }) => [ddl(`DROP TEXT SEARCH CONFIGURATION ${reference}`)],
  attributes: { parser: 'replace', mappings: changeMappings },
});
