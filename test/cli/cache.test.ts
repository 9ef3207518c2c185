import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';

const SCHEMA = 'CREATE SCHEMA app;\nCREATE TABLE app.users (id integer PRIMARY KEY);\n';

test('what files load to is kept, and told from what other files load to', async () => {
  const project = folder({ 'schema/app.sql': SCHEMA });
  const variables = { SCHEMA_CACHE_DIR: join(project.path, 'cache') };
  const kept = (): string[] =>
    readdirSync(variables.SCHEMA_CACHE_DIR).filter((name) => name.startsWith('catalog-') && name.endsWith('.json'));
  expect((await project.run('plan first', variables)).code).toBe(0);
  expect((await project.run('apply --yes', variables)).code).toBe(0);
  expect((await project.run('plan --check', variables)).code).toBe(0);
  const [first = ''] = kept();
  expect(kept()).toHaveLength(1);
  project.write({ 'schema/app.sql': `${SCHEMA}CREATE VIEW app.ids AS SELECT id FROM app.users;\n` });
  expect((await project.run('plan --check', variables)).code).toBe(2);
  expect(kept()).toHaveLength(2);
  project.write({ 'schema/app.sql': `-- a comment changes nothing\n${SCHEMA}` });
  expect((await project.run('plan --check', variables)).code).toBe(0);
  expect(kept()).toHaveLength(2);
  // What can't be read is made again.
  writeFileSync(join(variables.SCHEMA_CACHE_DIR, first), '{"objects": [');
  expect((await project.run('plan --check', variables)).code).toBe(0);
  project.remove();
});
