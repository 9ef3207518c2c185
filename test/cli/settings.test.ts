import { afterAll, describe, expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';

interface Shown {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

describe('settings', () => {
  const project = folder();
  afterAll(() => project.remove());
  const show = async (words = '', variables: Readonly<Record<string, string>> = {}) => {
    const call = await project.run(`config show --json ${words}`.trim(), variables);
    expect(call.stderr).toBe('');
    const document: { readonly settings: readonly Shown[]; readonly protected: boolean } = JSON.parse(call.stdout);
    const found = (key: string): readonly unknown[] => {
      const one = document.settings.find((setting) => setting.key === key);
      return [one?.value, one?.from];
    };
    return { found, isProtected: document.protected };
  };

  test('defaults', async () => {
    const { found } = await show();
    expect(found('url')).toEqual(['pglite://.schema/db', 'default']);
    expect(found('schemaDir')).toEqual(['schema', 'default']);
    expect(found('config')).toEqual([null, 'default']);
  });

  test('a flag wins over a variable, a variable over the environment, that over the file', async () => {
    project.write({
      'schema.config.json': JSON.stringify({
        schemaDir: 'from-file',
        migrationsDir: 'from-file',
        allow: ['D102', 'A'],
        environments: { stage: { url: 'postgres://stage/app', migrationsDir: 'of-stage', protected: true } },
      }),
    });
    const { found, isProtected } = await show('--env stage', { SCHEMA_SCHEMA_DIR: 'from-variable' });
    expect(found('schemaDir')).toEqual(['from-variable', 'SCHEMA_SCHEMA_DIR']);
    expect(found('migrationsDir')).toEqual(['of-stage', 'environments.stage in schema.config.json']);
    expect(found('allow')).toEqual([['D102', 'A'], 'schema.config.json']);
    expect(isProtected).toBe(true);
    const other = await show('--schema-dir from-flag', { SCHEMA_SCHEMA_DIR: 'from-variable' });
    expect(other.found('schemaDir')).toEqual(['from-flag', '--schema-dir']);
    expect(other.isProtected).toBe(false);
  });

  test('which database: --url, --env, SCHEMA_DATABASE_URL, DATABASE_URL, PG*, the default environment', async () => {
    project.write({
      'schema.config.json': JSON.stringify({
        env: 'dev',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the config file's own way to name a variable
        environments: { dev: { url: 'pglite://dev' }, stage: { url: 'postgres://me:${STAGE_PASSWORD}@stage/app' } },
      }),
    });
    const all = {
      STAGE_PASSWORD: 's3cret',
      SCHEMA_DATABASE_URL: 'postgres://one/x',
      DATABASE_URL: 'postgres://two/x',
      PGHOST: 'three',
    };
    const { SCHEMA_DATABASE_URL: _, ...withoutFirst } = all;
    const { DATABASE_URL: __, ...withoutSecond } = withoutFirst;
    const urlOf = async (words: string, variables: Readonly<Record<string, string>>) =>
      (await show(words, variables)).found('url');
    expect(await urlOf('--env stage --url postgres://four/x', all)).toEqual(['postgres://four/x', '--url']);
    expect((await urlOf('--env stage', all))[0]).toBe('postgres://me:***@stage/app');
    expect(await urlOf('', all)).toEqual(['postgres://one/x', 'SCHEMA_DATABASE_URL']);
    expect(await urlOf('', withoutFirst)).toEqual(['postgres://two/x', 'DATABASE_URL']);
    expect(await urlOf('', withoutSecond)).toEqual(['postgres://', 'PGHOST']);
    expect((await urlOf('', {}))[0]).toBe('pglite://dev');
    const unset = await project.run('config show --env stage');
    expect(unset.code).toBe(64);
    expect(unset.stderr).toContain('needs the environment variable STAGE_PASSWORD, which is not set');
  });

  test.each([
    ['{"schemaDri": "x"}', 'unknown key "schemaDri"', 'Did you mean schemaDir?'],
    ['{"environments": {"a": {"ulr": "x"}}}', 'unknown key "environments.a.ulr"', 'Did you mean url?'],
    ['{"cwd": "x"}', 'unknown key "cwd"', 'HINT'],
    ['{"allowDo": "yes"}', 'allowDo must be true or false', 'It is "yes".'],
    ['[]', 'the file must be an object', 'HINT'],
  ])('a config file with %s is refused', async (text, message, hint) => {
    project.write({ 'schema.config.json': text });
    const call = await project.run('config show');
    expect(call.code).toBe(64);
    expect(call.stderr).toContain('error [config/invalid]: schema.config.json: ');
    expect(call.stderr).toContain(message);
    expect(call.stderr).toContain(hint);
  });

  test('a config file that is not JSON is shown with its place, without its secrets', async () => {
    project.write({ 'schema.config.json': '{\n  "url": "postgres://me:s3cret@host/x",,\n}\n' });
    const call = await project.run('config show');
    expect(call.code).toBe(64);
    expect(call.stderr).toContain('schema.config.json:2:40');
    expect(call.stderr).toContain('postgres://me:***@host/x');
    expect(call.stderr).not.toContain('s3cret');
  });

  test('a module is imported; a TypeScript one where Node.js can, and otherwise that is said', async () => {
    const other = folder({ 'schema.config.mjs': "export default { schemaDir: 'from-module' };\n" });
    expect((await other.run('config show')).stdout).toMatch(/^schemaDir +from-module +schema\.config\.mjs$/m);
    other.write({ 'typed.config.ts': "export default { schemaDir: 'typed' as string };\n" });
    const call = await other.run('config show --config typed.config.ts');
    if (Reflect.get(process.features, 'typescript')) expect(call.stdout).toMatch(/^schemaDir +typed /m);
    else {
      expect(call.code).toBe(64);
      expect(call.stderr).toContain('does not run TypeScript files');
    }
    other.write({ 'schema.config.json': '{}' });
    expect((await other.run('config show')).stderr).toContain('there is a schema.config.mjs as well');
    other.remove();
  });

  test.each([
    ['apply --lock-wait 3x', {}, '--lock-wait must be a duration such as 500ms, 3s or 15min', 'It is "3x".'],
    [
      'config show --roles manag',
      {},
      '--roles: "manag" is not one of its values',
      'Use reference or manage. Did you mean manage?',
    ],
    ['config show', { SCHEMA_RETRIES: 'many' }, 'SCHEMA_RETRIES must be a whole number', 'It is "many".'],
  ])('%s with a value that is none is refused', async (words, variables, message, hint) => {
    const other = folder();
    const call = await other.run(words, variables);
    expect(call.code).toBe(64);
    expect(call.stderr).toContain(`error [usage/invalid]: ${message}`);
    expect(call.stderr).toContain(hint);
    other.remove();
  });

  test('a switch as a variable', async () => {
    const other = folder();
    const call = await other.run('config show', { SCHEMA_YES: '1', SCHEMA_QUIET: 'maybe' });
    expect(call.code).toBe(64);
    expect(call.stderr).toContain('SCHEMA_QUIET must be 1 or 0, not "maybe"');
    other.remove();
  });
});
