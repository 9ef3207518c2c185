// @ts-check
// The rooms under src/ and what each may import. A line with a `because` is an exception that somebody thought about.

/**
 * @typedef {object} Allowed
 * @property {string} from a room, a folder in it, or one file of it
 * @property {true} [type] types only
 * @property {string} [because]
 */

const TRANSACTIONS = {
  from: 'databases/transaction.ts',
  because: 'One way to begin, commit and roll back, on whatever session there is.',
};

/** @type {Readonly<Record<string, readonly (string | Allowed)[]>>} */
export const MAY_IMPORT = {
  errors: [],
  defined: [],
  files: ['errors'],
  sql: ['errors'],
  catalog: ['sql', 'errors'],
  kinds: ['catalog', 'sql', 'errors'],
  diff: ['catalog', 'errors', { from: 'kinds/kind.ts', type: true }],
  plan: [
    'diff',
    'catalog',
    'sql',
    'errors',
    { from: 'kinds/kind.ts', type: true },
    {
      from: 'kinds/shared/grants.ts',
      because: 'Privileges are a part of every object, so the planner itself words GRANT and REVOKE.',
    },
    {
      from: 'kinds/default-privileges.ts',
      because: 'What a new object is granted by itself follows from the default privileges of the target.',
    },
    {
      from: 'kinds/since.ts',
      because: 'What the destination lacks is refused before anything is planned, for every kind in one place.',
    },
  ],
  migrations: ['sql', 'errors', { from: 'plan/plan.ts', type: true }],
  databases: ['errors', { from: 'sql/nearest.ts', because: 'One way to find the name that was meant.' }],
  introspect: [
    'catalog',
    'errors',
    { from: 'databases/database.ts', type: true },
    { from: 'kinds/kind.ts', type: true },
    {
      from: 'kinds/shared/grants.ts',
      because: 'Privileges that are what acldefault() says are read as none, for every kind in one place.',
    },
    {
      from: 'kinds/since.ts',
      because: 'A catalog is read as its destination would have it, for every kind in one place.',
    },
    {
      from: 'kinds/shared/storage-parameters.ts',
      because: 'Options that no kind reads are named: the same tables say which ones are read.',
    },
  ],
  scratch: ['databases', 'sql', 'errors'],
  desired: ['files', 'scratch', 'sql', 'errors', { from: 'databases/database.ts', type: true }],
  runner: ['migrations', 'sql', 'errors', { from: 'databases/database.ts', type: true }, TRANSACTIONS],
  adoption: [
    'migrations',
    'sql',
    'errors',
    { from: 'databases/database.ts', type: true },
    TRANSACTIONS,
    { from: 'runner/apply.ts', type: true },
  ],
  report: [
    'sql',
    { from: 'errors', type: true },
    { from: 'plan', type: true },
    { from: 'catalog', type: true },
    { from: 'migrations', type: true },
  ],
  settings: [
    'migrations',
    'sql',
    'errors',
    { from: 'databases/open.ts', because: 'Settings show URLs without passwords.' },
    { from: 'databases/place.ts', because: 'A database is protected, whichever of the settings names it.' },
  ],
  'migrations-folder': [
    'files',
    { from: 'kinds/words.ts', because: 'What the statements of a file touch is told by the words of kinds.' },
    'settings',
    'runner',
    'migrations',
    'databases',
    'sql',
    'errors',
    'catalog',
    { from: 'adoption/tool.ts', type: true },
  ],
  states: [
    'files',
    'migrations-folder',
    'settings',
    'desired',
    'scratch',
    'introspect',
    'databases',
    'migrations',
    'plan',
    'diff',
    'kinds',
    'catalog',
    'sql',
    'errors',
    { from: 'runner/history', because: 'Tables of histories, ours and imported ones, are no part of a catalog.' },
  ],
  rows: ['sql', { from: 'databases/database.ts', type: true }],
  proof: [
    'rows',
    'states',
    'introspect',
    'scratch',
    'plan',
    'diff',
    'kinds',
    'catalog',
    'sql',
    'errors',
    { from: 'databases', type: true },
    { from: 'migrations/step-text.ts', because: 'A plan is shown in the words that its files have.' },
    { from: 'migrations/file.ts', because: 'The document of a plan has the identity that its files have.' },
    { from: 'settings/project.ts', because: 'What is allowed holds for the brake on mass drops.' },
  ],
  health: ['files', 'states', 'settings', 'runner', 'report', 'databases', 'sql', 'errors'],
  backup: [
    'settings',
    'runner',
    'migrations',
    'databases',
    'sql',
    'errors',
    { from: 'kinds/words.ts', because: 'Which tables a migration touches is told by the words of kinds.' },
  ],
  workflows: [
    'files',
    'proof',
    'states',
    'health',
    'backup',
    'migrations-folder',
    'settings',
    'adoption',
    'runner',
    'desired',
    'scratch',
    'databases',
    'migrations',
    'plan',
    'kinds',
    'catalog',
    'report',
    'sql',
    'errors',
  ],
  rehearsal: [
    'workflows',
    'proof',
    'rows',
    'states',
    'backup',
    'migrations-folder',
    'settings',
    'runner',
    'migrations',
    'databases',
    'scratch',
    'desired',
    'kinds',
    'plan',
    'catalog',
    'sql',
    'report',
    'errors',
  ],
  library: [
    'workflows',
    'rehearsal',
    'proof',
    'states',
    'settings',
    'errors',
    { from: 'health', type: true },
    { from: 'migrations', type: true },
    { from: 'report', type: true },
    { from: 'runner', type: true },
  ],
  cli: [
    'workflows',
    'rehearsal',
    'proof',
    'states',
    'health',
    'settings',
    'migrations',
    'sql',
    'report',
    'errors',
    { from: 'files/problems.ts', because: 'Output that is lost to a full disk is an error like that of a file.' },
  ],
};

/** Files beside the rooms: the library's index and the command's entry. */
export const DOORS = ['index.ts', 'cli.ts'];

/** Packages and modules of Node by room. @type {Readonly<Record<string, readonly RegExp[]>>} */
export const PACKAGES = {
  files: [/^node:(fs|fs\/promises|path)$/],
  sql: [/^libpg-query$/],
  catalog: [/^node:crypto$/],
  migrations: [/^node:crypto$/],
  databases: [/^pg$/, /^@electric-sql\/pglite(\/|$)/, /^node:/],
  scratch: [/^node:(async_hooks|crypto)$/],
  desired: [/^node:path$/],
  runner: [/^node:/],
  adoption: [/^node:(crypto|fs\/promises|path|timers\/promises)$/, /^yaml$/, /^fast-xml-parser$/],
  report: [/^node:crypto$/],
  settings: [/^node:(fs|fs\/promises|path|url)$/, /^zod$/],
  'migrations-folder': [/^node:/],
  states: [/^node:(crypto|fs|fs\/promises|path|url|os)$/],
  proof: [/^pg-query-emscripten$/, /^node:module$/],
  health: [/^node:/],
  backup: [/^node:/],
  workflows: [/^node:/],
  rehearsal: [/^node:/],
  library: [/^node:(fs\/promises|path)$/, /^zod$/],
  cli: [/^node:/, /^commander$/, /^string-width$/, /^csv-stringify\/sync$/],
};

/** Rooms that compute and nothing else: no waiting, no clock, no chance, no files, no output. */
export const CORE = ['sql', 'catalog', 'kinds', 'diff', 'plan', 'migrations', 'report'];

/** Where a word that is forbidden in the core may stand after all: file -> words. */
export const CORE_EXCEPTIONS = {
  // The parser is WebAssembly, which can only be loaded by waiting for it; everything after is synchronous.
  'sql/parser.ts': ['async', 'await', 'Promise'],
};

/** Only these may know which kinds there are. */
export const REGISTRY = 'kinds/index.ts';
export const MAY_IMPORT_REGISTRY = ['states', 'proof', 'workflows', 'rehearsal', 'index', 'kinds'];

/** Rooms whose words for objects are those of the parser: there the rule for words (words.mjs) holds, not that for names. */
export const OWN_WORDS = ['sql', 'desired', 'runner'];

/**
 * Words of kinds that stand outside src/kinds after all: the rooms, or names of files wherever they are, and the reason.
 * Without `in` the word may stand in any room.
 * @type {readonly { readonly words: readonly string[], readonly in?: readonly string[], readonly because: string }[]}
 */
export const WORD_EXCEPTIONS = [
  {
    words: ['pg_class', 'pg_namespace', 'pg_type', 'pg_proc', 'pg_constraint', 'pg_trigger'],
    because:
      'Health, locks, rows and backups ask the catalogs about tables and what is on them, whatever kinds there are.',
  },
  {
    words: ['type', 'operator', 'operator class', 'collation', 'language', 'schema', 'access method'],
    in: ['sql', 'order.ts', 'name-index.ts', 'failures.ts'],
    because:
      'Expressions, definitions of columns, bodies and settings of the session name these in statements of any kind.',
  },
  {
    words: ['schema'],
    in: ['prepare.ts', 'probe-index.ts', 'events.ts'],
    because: 'It is a column of a result: the schema of an index, of an event, and the one of the session.',
  },
  {
    words: ['table column', 'table constraint', 'index', 'sequence'],
    in: ['table-elements.ts'],
    because: 'CREATE TABLE and ALTER TABLE make them beside the relation: that is one grammar, which four kinds read.',
  },
  {
    words: ['pg_attrdef'],
    in: ['queries.ts'],
    because: 'PostgreSQL 14 does not record that the expression of a generated column is a part of its column.',
  },
  {
    words: ['pg_ts_config', 'pg_ts_dict', 'pg_cast', 'pg_collation'],
    in: ['hidden.ts'],
    because:
      'What PostgreSQL itself has of these is hidden where the destination lacks it; kinds read objects of users.',
  },
  {
    words: ['OBJECT_COLUMN'],
    in: ['security-labels.ts'],
    because: 'The name of a column is the name of a relation and one part more, which the parse tree does not show.',
  },
  {
    words: ['role', 'OBJECT_ROLE', 'CreateRoleStmt', 'AlterRoleSetStmt'],
    in: ['desired', 'runner', 'desired.ts', 'test-database.ts'],
    because:
      'Roles belong to the cluster: they are taken as given, refused or managed as a setting says, and sessions have one.',
  },
  {
    words: ['AlterDatabaseSetStmt', 'AlterRoleSetStmt'],
    in: ['this-database.ts'],
    because: 'Desired files name the database that they describe, and these statements do so in fields of their own.',
  },
  {
    words: ['CreateTableAsStmt', 'OBJECT_MATVIEW'],
    in: ['unpopulated.ts'],
    because: 'Scratch runs no query that would fill a relation, whichever kind the statement creates.',
  },
  {
    words: ['AlterDefaultPrivilegesStmt', 'CreateSchemaStmt'],
    in: ['order.ts'],
    because: 'ALTER DEFAULT PRIVILEGES gives later CREATE statements another meaning, but those of its own schemas.',
  },
  {
    words: ['extension', 'CreateExtensionStmt'],
    in: ['desired'],
    because: 'CREATE EXTENSION makes objects that no file names, and scratch must have the files of the extension.',
  },
  {
    words: ['CreateFunctionStmt'],
    in: ['sql', 'load.ts', 'sendable.ts', 'lint.ts'],
    because: 'The body of a routine is text that holds statements, which are read and checked beside the routine.',
  },
  {
    words: ['CreateEnumStmt', 'AlterEnumStmt', 'IndexStmt'],
    in: ['sendable.ts'],
    because:
      'ALTER TYPE … ADD VALUE is bound to its transaction (55P04), and CONCURRENTLY is not allowed in one (25001).',
  },
  {
    words: ['IndexStmt', 'CreateTableAsStmt'],
    in: ['failures.ts', 'touched-tables.ts', 'alone.ts', 'probe-index.ts'],
    because:
      'They run functions or work for long: since PostgreSQL 17 with another search_path, and not all in a transaction.',
  },
  {
    words: ['IndexStmt', 'AlterEnumStmt', 'CreateSubscriptionStmt', 'AlterSubscriptionStmt', 'DropSubscriptionStmt'],
    in: ['segments.ts', 'probe.ts'],
    because: "Which statements can not run in a transaction block is the server's list (PreventInTransactionBlock).",
  },
  {
    words: [
      'CreateSubscriptionStmt',
      'AlterSubscriptionStmt',
      'DropSubscriptionStmt',
      'CreateConversionStmt',
      'CreateExtensionStmt',
      'AlterExtensionStmt',
      'CreateFunctionStmt',
      'pg_conversion',
      'pg_language',
      'pg_extension',
    ],
    in: ['translate.ts'],
    because: 'PGlite can not run these statements. That is a fault of PGlite and says nothing of the kind.',
  },
  {
    words: ['pg_extension'],
    in: ['pglite-worker.ts', 'extension-script.ts', 'extension-stand-ins.ts'],
    because: 'Stand-ins for extensions are made from the rows of installed ones.',
  },
  {
    words: ['pg_collation'],
    in: ['profile.ts', 'furnish.ts'],
    because: 'Scratch gets stand-ins for the collations of the server, whose operating system it lacks.',
  },
  { words: ['pg_publication'], in: ['server-checks.ts'], because: 'Health tells who reads the changes of tables.' },
  { words: ['pg_rewrite'], in: ['touched-tables.ts'], because: 'A rule makes a change of rows reach other tables.' },
];
