// The order of repeatable migrations: what one needs comes before it.
import { expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';

const ran = async (files: Readonly<Record<string, string>>) => {
  const project = folder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`generated-migrations/${path}`, `${text}\n`])),
  );
  const call = await project.run('apply --json');
  const { files: done = [], error } = JSON.parse(call.stdout);
  project.remove();
  return { code: call.code, files: done.map(({ path }: { path: string }) => path), error };
};

test('is found in their statements, as for desired files', async () => {
  const { files } = await ran({
    'V1__t.sql': 'CREATE SCHEMA app; CREATE TABLE app.t (id int);',
    'R__a_report.sql': 'CREATE OR REPLACE VIEW app.report AS SELECT * FROM app.names;',
    'R__b_names.sql': 'CREATE OR REPLACE VIEW app.names AS SELECT app.label(id) AS label FROM app.t;',
    'R__c_label.sql': "CREATE OR REPLACE FUNCTION app.label(int) RETURNS text LANGUAGE sql RETURN 'no ' || $1;",
    'R__d_alone.sql': 'SELECT 1;',
  });
  expect(files).toEqual(['V1__t.sql', 'R__c_label.sql', 'R__b_names.sql', 'R__a_report.sql', 'R__d_alone.sql']);
});

test('is declared where no statement tells it', async () => {
  const { files } = await ran({
    'R__a.sql': '-- schema:requires R__z, R__m.sql\nDO $$ BEGIN PERFORM 1; END $$;',
    'R__m.sql': 'SELECT 1;',
    'R__z.sql': 'SELECT 2;',
  });
  expect(files).toEqual(['R__z.sql', 'R__m.sql', 'R__a.sql']);
});

test.each([
  [
    'a file that is missing',
    { 'R__a.sql': '-- schema:requires R__b\nSELECT 1;' },
    'requires R__b, and there is no such file',
  ],
  [
    'a cycle',
    { 'R__a.sql': '-- schema:requires R__b\nSELECT 1;', 'R__b.sql': '-- schema:requires R__a\nSELECT 1;' },
    'requires itself',
  ],
  ['a version that requires one', { 'V1__a.sql': '-- schema:requires R__b\nSELECT 1;' }, 'runs after all versions'],
])('%s is an error', async (_, files, message) => {
  const { code, error } = await ran(files);
  expect([code, error.message]).toEqual([4, expect.stringContaining(message)]);
});
