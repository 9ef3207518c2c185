// What comes from elsewhere (names, values, messages of servers, hooks) does not steer terminals and CI systems, and
// secrets are not printed or recorded.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { type Call, type Folder, folder } from '../support/command-line/program.ts';

const projects: Folder[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});
const project = (files: Readonly<Record<string, string>>): Folder => {
  const made = folder(files);
  projects.push(made);
  return made;
};

const HIDDEN = /[^\P{Cc}\n\t]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** The lines of a call that would be commands of GitHub Actions, and the characters that a terminal would obey. */
const obeyed = ({ stdout, stderr }: Call): readonly string[] =>
  `${stdout}\n${stderr}`.split('\n').filter((line) => /^\s*::|##\[/.test(line) || HIDDEN.test(line));

const NAME = 'a\n::error::x ##[error]\u202e\u001b[31m\u200b';
const SCHEMA = `CREATE SCHEMA app;
CREATE TABLE app."${NAME}" (id int PRIMARY KEY, "${NAME}" text);
COMMENT ON TABLE app."${NAME}" IS 'b
::error::comment';
CREATE FUNCTION app.f() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
/*
::error::body \u001b[31m
*/
  RETURN 1;
END $$;
`;

/** What the terminal or a CI system would obey in the output of the calls, which must end with these exit codes. */
async function obeyedBy({ run }: Folder, calls: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [words, code] of Object.entries(calls)) {
    const call = await run(words);
    expect([words, call.code]).toEqual([words, code]);
    const annotation = words.endsWith('github')
      ? /^::(?:notice|warning|error) file=schema\/app\.sql,line=\d+,col=\d+,/
      : /^$/;
    found.push(...obeyed(call).filter((line) => !annotation.test(line) || HIDDEN.test(line)));
  }
  return found;
}

test('names, bodies and comments of objects in plans and findings', async () => {
  const made = project({ 'schema/app.sql': SCHEMA });
  const calls = { 'plan --check --json': 2, 'plan --stdout': 0, 'lint --format github': 0, 'lint --format sarif': 0 };
  expect(await obeyedBy(made, calls)).toEqual([]);
  const planned = await made.run('plan --check -v');
  expect(obeyed(planned)).toEqual([]);
  expect(planned.stdout).toContain('\\u{a}::error::x \\u{23}#[error]\\u{202e}\\u{1b}[31m\\u{200b}');
});

test('the same in runs', async () => {
  const made = project({ 'schema/app.sql': SCHEMA });
  const calls = { 'plan first': 0, 'apply --dry-run': 0, 'apply --log-format ndjson': 0, status: 0, 'pull --force': 0 };
  expect(await obeyedBy(made, calls)).toEqual([]);
});

test('comments of generated files hold what they quote', async () => {
  const { run, path } = project({ 'schema/app.sql': SCHEMA });
  await run('plan first');
  await run('apply');
  const name = `${path}/generated-migrations`;
  const texts = readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(`${name}/${file}`, 'utf8'));
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) {
    const comments = text.split('\n').filter((line) => line.startsWith('--'));
    expect(comments.filter((line) => HIDDEN.test(line))).toEqual([]);
    expect(text.slice(0, text.indexOf('\n\n'))).not.toMatch(/^(?!--)/m);
  }
  expect(texts.join('\n')).toContain('a ::error::x ##[error]\\u{202e}\\u{1b}[31m');
});

test('SQL on stdout means what it meant', async () => {
  const { run, write } = project({ 'schema/app.sql': SCHEMA });
  const { stdout } = await run('plan --stdout');
  write({ 'schema/app.sql': stdout.replace(/^(?:BEGIN|COMMIT);$|^SET LOCAL .*$/gm, '') });
  write({ 'before/app.sql': SCHEMA });
  const difference = await run('diff dir:before dir:schema');
  expect([difference.code, difference.stdout]).toEqual([0, '']);
});

test('messages of the server, hooks and names of files', async () => {
  const { run } = project({
    'schema/.keep': '',
    'generated-migrations/ddl/V1__t.sql':
      "CREATE TABLE t (n text PRIMARY KEY);\nINSERT INTO t VALUES (E'x\\n::error::row\\u202e');",
    'generated-migrations/ddl/V2__a.sql': "INSERT INTO t VALUES (E'x\\n::error::row\\u202e');",
    'schema.config.json': JSON.stringify({
      hooks: { beforeMigrate: "printf '::error::hook\\n\\033[31mred ##[error]\\n'" },
    }),
  });
  const duplicate = await run('apply');
  expect([duplicate.code, obeyed(duplicate)]).toEqual([5, []]);
  expect(duplicate.stderr).toContain('\\u{202e}');
  expect(duplicate.stderr).toContain('\\u{3a}:error::hook\nred \\u{23}#[error]');
  const lines = (await run('apply --log-format ndjson')).stderr.trim().split('\n');
  const events = lines.map((line) => JSON.parse(line));
  expect(events).toContainEqual({
    event: 'hook output',
    hook: 'beforeMigrate',
    kind: 'hook output',
    line: '::error::hook',
  });
  expect(events.at(-1)).toEqual({ event: 'message', text: expect.stringContaining('error [migration/failed]') });
  expect(lines.some((line) => /^\s*::/.test(line))).toBe(false);
});

const SECRET = "s3cr'et";
const WITH_SECRETS = {
  'schema/.keep': '',
  'schema.config.json': JSON.stringify({
    placeholders: { db_password: SECRET.replace("'", "''"), ORG: 'acme', pin: 's3cret-pin', token_table: 'tokens' },
    secretPlaceholders: ['pin', '!token_table'],
    placeholderReplacement: true,
  }),
  'generated-migrations/ddl/V1__role.sql': `CREATE TABLE "\${ORG}" (a text, b text);
INSERT INTO "\${ORG}" VALUES ('\${db_password}', '\${pin}');
DO $$ BEGIN EXECUTE 'CREATE ROLE tester PASSWORD ''p4ssw0rd'''; END $$;
DO 'BEGIN EXECUTE ''ALTER ROLE tester PASSWORD ''''p4ssw0rd''''''; END';
`,
  'generated-migrations/ddl/U1__role.sql': `DROP ROLE tester;\nDROP TABLE "\${ORG}";\nSELECT '\${pin}';\n`,
  'generated-migrations/ddl/V2__bad.sql': `SELECT '\${pin}'::int;\n`,
};

test('a checkpoint does not write the value of a secret into a file', async () => {
  const { run } = project({
    'schema.config.json': WITH_SECRETS['schema.config.json'],
    'schema/.keep': '',
    'generated-migrations/ddl/V1__t.sql': "CREATE TABLE t (a text);\nINSERT INTO t VALUES ('${pin}');\n",
  });
  const call = await run('checkpoint');
  expect([call.code, call.stderr]).toEqual([9, expect.stringContaining('would contain the value of ${pin}')]);
  expect(call.stderr).not.toContain('s3cret');
});

test('secrets are neither printed nor recorded', async () => {
  const { run, path } = project(WITH_SECRETS);
  const calls = ['config show', 'config show --json', 'apply --dry-run', 'apply --dry-run --json'];
  for (const words of [...calls, 'apply -v', 'apply --json', 'apply --log-format ndjson', 'status --json']) {
    const { stdout, stderr } = await run(words);
    expect([words, `${stdout}${stderr}`.match(/s3cr|p4ss/g)]).toEqual([words, null]);
  }
  const shown = await run('config show --json');
  const settings: { key: string; value: unknown }[] = JSON.parse(shown.stdout).settings;
  expect(settings.find(({ key }) => key === 'placeholders')?.value).toEqual({
    db_password: '***',
    ORG: 'acme',
    pin: '***',
    token_table: 'tokens',
  });
  const database = await openDatabase(`pglite://${path}/.schema/db`);
  const recorded = await database.query(`SELECT h.version, h.sql, h::text || coalesce((
      SELECT string_agg(e::text, ' ') FROM schema_migrations.events AS e), '') AS text FROM schema_migrations.history AS h`);
  const stored = await database.query('SELECT a, b FROM acme');
  await database.close();
  expect(stored).toEqual([{ a: SECRET, b: 's3cret-pin' }]);
  expect(recorded.map((row) => row['version'])).toEqual(['1']);
  expect(recorded[0]?.['sql']).toContain("VALUES ('${db_password}', '${pin}')");
  expect(String(recorded[0]?.['text'])).not.toMatch(/s3cr/);
  // Without its files, the undo comes from the history, and gets the values again.
  for (const file of ['U1__role.sql', 'V2__bad.sql']) rmSync(`${path}/generated-migrations/ddl/${file}`);
  const undone = await run('undo --yes');
  expect([undone.code, `${undone.stdout}${undone.stderr}`.match(/s3cr|p4ss/g)]).toEqual([0, null]);
});
