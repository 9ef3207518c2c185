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
  ],
  migrations: ['sql', 'errors', { from: 'plan/plan.ts', type: true }],
  databases: ['errors'],
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
  ],
  'migrations-folder': [
    'files',
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
  proof: [
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
  backup: ['settings', 'runner', 'migrations', 'databases', 'sql', 'errors'],
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
  cli: ['workflows', 'rehearsal', 'proof', 'states', 'health', 'settings', 'migrations', 'sql', 'report', 'errors'],
};

/** Files beside the rooms: the library's index and the command's entry. */
export const DOORS = ['index.ts', 'cli.ts'];

/** Packages and modules of Node by room. @type {Readonly<Record<string, readonly RegExp[]>>} */
export const PACKAGES = {
  files: [/^node:(fs\/promises|path)$/],
  sql: [/^libpg-query$/],
  catalog: [/^node:crypto$/],
  migrations: [/^node:crypto$/, /^diff$/],
  databases: [/^pg$/, /^@electric-sql\/pglite(\/|$)/, /^node:/],
  scratch: [/^node:(async_hooks|crypto)$/],
  desired: [/^node:(fs\/promises|path)$/],
  runner: [/^node:/],
  adoption: [/^node:(crypto|fs\/promises|path|timers\/promises)$/, /^yaml$/, /^fast-xml-parser$/],
  report: [/^node:crypto$/],
  settings: [/^node:(fs\/promises|path|url)$/],
  'migrations-folder': [/^node:/],
  states: [/^node:(crypto|fs|fs\/promises|path|url|os)$/],
  proof: [/^pg-query-emscripten$/, /^node:module$/],
  health: [/^node:/],
  backup: [/^node:/],
  workflows: [/^node:/],
  rehearsal: [/^node:/],
  cli: [/^node:/, /^commander$/, /^csv-stringify\/sync$/],
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

/** Rooms whose words for objects are those of the parser, and only by chance also names of kinds. */
export const OWN_WORDS = ['sql', 'desired', 'runner'];
