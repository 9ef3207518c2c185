import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '#src/cli/program.js';
import { newFrame } from '#src/cli/session.js';
import { folder, SMALL } from '../support/command-line/program.ts';

/** A command's help as it is printed, and those of its own commands. */
function* helpOf(command: Command): Generator<readonly [name: string, help: string]> {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text), getOutHasColors: () => false });
  command.outputHelp();
  yield [command.name(), help];
  for (const child of command.commands) if (!isHidden(command, child)) yield* helpOf(child);
}

const isHidden = (parent: Command, child: Command): boolean =>
  !parent.createHelp().visibleCommands(parent).includes(child);

describe('help', () => {
  test('every command: usage, groups with variables and defaults, examples, exit codes', async () => {
    const all = [...helpOf(await buildProgram(newFrame([]), []))];
    expect(all.length).toBeGreaterThan(26);
    for (const [name, help] of all.filter(([name]) => name !== 'config')) {
      const lines = help.split('\n');
      expect(lines[0], name).toMatch(/^Usage: schema /);
      expect(help, name).toContain('[SCHEMA_SCHEMA_DIR=schema]');
      expect(help, name).toMatch(/Examples:\n( {2}schema .*\n){1,3}\nExit codes: 0 done/);
      expect(lines.length, name).toBeLessThan(60);
      expect(Math.max(...lines.map((line) => line.length)), name).toBeLessThanOrEqual(80);
    }
    const project = folder();
    expect((await project.run('apply --help')).stdout).toBe(all.find(([name]) => name === 'apply')?.[1]);
    expect((await project.run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    project.remove();
  });
});

describe('init', () => {
  test('makes what is missing, and overwrites nothing', async () => {
    const project = folder({ '.gitattributes': '*.png binary', 'schema/mine.sql': 'CREATE SCHEMA mine;\n' });
    const call = await project.run('init');
    expect(call.code).toBe(0);
    expect(call.stdout).toContain('made generated-migrations/routines/');
    expect(call.stdout).toContain('kept schema/');
    expect(readFileSync(join(project.path, '.gitattributes'), 'utf8')).toBe(
      '*.png binary\n*.sql text eol=lf\n*.sum text eol=lf\n',
    );
    const config = readFileSync(join(project.path, 'schema.config.json'), 'utf8');
    expect(JSON.parse(config)).toMatchObject({ schemaDir: 'schema', migrationsDir: 'generated-migrations' });
    const again = await project.run('init --json');
    expect(JSON.parse(again.stdout).created).toEqual([]);
    expect(readFileSync(join(project.path, 'schema.config.json'), 'utf8')).toBe(config);
    project.remove();
  });
});

describe('new and validate', () => {
  test('a pair is made, fails until it is written, and is valid when schema.sum knows it', async () => {
    const project = folder(SMALL);
    const made = await project.run('new backfill_phone --dml');
    expect(made.code).toBe(0);
    const [up = '', undo = ''] = made.stdout.split('\n');
    expect(up).toMatch(/^generated-migrations\/dml\/V\d{14}__backfill_phone\.sql$/);
    expect(undo).toBe(up.replace('/V', '/U'));
    expect((await project.run('validate')).code).toBe(0);
    const early = await project.run('apply');
    expect(early.code).toBe(5);
    expect(early.stderr).toContain('backfill_phone.sql is not written yet');
    expect(early.stderr).toContain(`  ${up}:`);
    project.write({ [up]: 'SELECT 1;\n', [undo]: 'SELECT 2;\n' });
    const stale = await project.run('validate');
    expect([stale.code, stale.stdout]).toEqual([4, '2 problems.\n']);
    expect((await project.run('validate --update-sum')).code).toBe(0);
    expect((await project.run('validate')).code).toBe(0);
    expect((await project.run('apply')).code).toBe(0);
    project.remove();
  });

  test('validate reports every problem: names, SQL, order', async () => {
    const project = folder({
      'generated-migrations/ddl/V2__b.sql': 'SELECT 1;\n',
      'generated-migrations/ddl/V3__c.sql': 'BEGIN; SELECT 1; COMMIT;\n',
      'generated-migrations/ddl/V4__d.sql': 'SELEC 1;\n',
    });
    const call = await project.run('validate');
    expect(call.code).toBe(4);
    expect(call.stderr).toContain('generated-migrations/ddl/V3__c.sql:1:1');
    expect(call.stderr).toContain('generated-migrations/ddl/V4__d.sql:1:1');
    project.write({ 'generated-migrations/ddl/notes.sql': 'SELECT 1;\n' });
    const named = await project.run('validate --json');
    expect(JSON.parse(named.stdout)).toMatchObject({ exitCode: 4, problems: [{ code: 'migration/invalid-file' }] });
    project.remove();
    const ordered = folder({ 'generated-migrations/ddl/V2__b.sql': 'SELECT 1;\n' });
    await ordered.run('validate --update-sum');
    ordered.write({ 'generated-migrations/ddl/V1__a.sql': 'SELECT 1;\n' });
    const late = await ordered.run('validate');
    expect(late.code).toBe(4);
    expect(late.stderr).toContain('ddl/V1__a.sql is older than ddl/V2__b.sql, which was there first');
    ordered.remove();
  });

  test('a name that is none writes nothing', async () => {
    const project = folder();
    expect((await project.run('new Nope!')).code).toBe(4);
    expect((await project.run('new fine --dml --ddl')).code).toBe(64);
    expect(readdirSync(project.path)).toEqual([]);
    project.remove();
  });
});

describe('diff', () => {
  test('any two states, as SQL', async () => {
    const project = folder({
      ...SMALL,
      'other/app.sql': `${SMALL['schema/app.sql']}CREATE INDEX ON app.users (name);\n`,
    });
    const call = await project.run('diff dir:schema dir:other --exit-code');
    expect(call.code).toBe(2);
    expect(call.stdout).toContain('CREATE INDEX users_name_idx ON app.users USING btree (name);');
    expect(call.stdout).toContain('DROP FUNCTION app.twice(integer);');
    const same = await project.run('diff dir:schema dir:schema --exit-code');
    expect([same.code, same.stdout]).toEqual([0, '']);
    const all = await project.run('diff empty dir:schema --json');
    expect(all.code).toBe(0);
    expect(JSON.parse(all.stdout)).toMatchObject({
      different: true,
      sql: expect.stringContaining('CREATE SCHEMA app'),
    });
    const none = await project.run('diff dir:schema empty');
    expect(none.stdout).toContain('DROP SCHEMA app;');
    await project.run('plan first --quiet');
    expect((await project.run('diff migrations dir:schema --exit-code')).code).toBe(0);
    const missing = await project.run('diff pglite://nowhere empty');
    expect([missing.code, existsSync(join(project.path, 'nowhere'))]).toEqual([11, false]);
    project.remove();
  });
});
