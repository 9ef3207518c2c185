import { expect, test } from 'vitest';
import { holdsSecret, isSecretName, withoutSecrets } from '#src/sql/secrets.js';

test.each([
  [`OPTIONS ("user" 'u', password 'p''q', host 'h')`, `OPTIONS ("user" 'u', password '***', host 'h')`],
  [String.raw`OPTIONS (SET "password" E'a\\b\'c')`, `OPTIONS (SET "password" '***')`],
  ["CONNECTION 'host=h password=p dbname=d'", "CONNECTION 'host=h password=*** dbname=d'"],
  ["CONNECTION 'password = ''a b'' host=h'", "CONNECTION 'password = *** host=h'"],
  ["CONNECTION 'postgresql://u:p@h/d?sslpassword=x&a=b'", "CONNECTION 'postgresql://u:***@h/d?sslpassword=***&a=b'"],
  [
    "CREATE ROLE r LOGIN PASSWORD 's3cret' VALID UNTIL '2030-01-01'",
    "CREATE ROLE r LOGIN PASSWORD '***' VALID UNTIL '2030-01-01'",
  ],
  ["ALTER ROLE r ENCRYPTED PASSWORD /* new */ 's3cret'", "ALTER ROLE r ENCRYPTED PASSWORD /* new */ '***'"],
  ["ALTER ROLE r PASSWORD's3cret'", "ALTER ROLE r PASSWORD'***'"],
  ['ALTER ROLE r PASSWORD $p$s3cret$p$', "ALTER ROLE r PASSWORD '***'"],
  ["ALTER ROLE r PASSWORD U&'s\\0033cret'", "ALTER ROLE r PASSWORD '***'"],
  [
    "DO 'BEGIN EXECUTE ''CREATE ROLE r PASSWORD ''''s3cret''''''; END'",
    "DO 'BEGIN EXECUTE ''CREATE ROLE r PASSWORD ''''***''''''; END'",
  ],
  [
    "DO $$BEGIN EXECUTE 'CREATE ROLE r PASSWORD ''s3cret'''; END$$",
    "DO $$BEGIN EXECUTE 'CREATE ROLE r PASSWORD ''***'''; END$$",
  ],
  ["DO 'BEGIN CREATE ROLE r PASSWORD ''s3cret''; END'", "DO 'BEGIN CREATE ROLE r PASSWORD ''***''; END'"],
  [String.raw`EXECUTE E'ALTER ROLE r PASSWORD \'s3cret\''`, String.raw`EXECUTE E'ALTER ROLE r PASSWORD \'***\''`],
  [
    "EXECUTE 'ALTER ROLE r PASSWORD ' || quote_literal('s3cret');",
    "EXECUTE 'ALTER ROLE r PASSWORD ' || quote_literal('***');",
  ],
  [
    "EXECUTE format('ALTER ROLE %I PASSWORD %L', 'r', 's3cret');",
    "EXECUTE format('ALTER ROLE %I PASSWORD %L', '***', '***');",
  ],
  [
    "DO 'BEGIN EXECUTE format(''ALTER ROLE r PASSWORD %L'', ''s3cret''); END'",
    "DO 'BEGIN EXECUTE format(''ALTER ROLE r PASSWORD %L'', ''***''); END'",
  ],
  [
    "OPTIONS (aws_secret_access_key 's3cret', api_token 's3cret')",
    "OPTIONS (aws_secret_access_key '***', api_token '***')",
  ],
  ["pw_token := 's3cret'", "pw_token := '***'"],
  [
    "SELECT * FROM dblink('host=h password=s3cret', 'SELECT 1')",
    "SELECT * FROM dblink('host=h password=***', 'SELECT 1')",
  ],
  [`SELECT '{"password": "s3cret", "a": 1}'`, `SELECT '{"password": "***", "a": 1}'`],
  [
    "EXECUTE format('ALTER ROLE r PASSWORD %L; SELECT 1', 's3cret');",
    "EXECUTE format('ALTER ROLE r PASSWORD %L; SELECT 1', '***');",
  ],
  ["SELECT set_config('app.jwt_secret', 's3cret', true)", "SELECT set_config('app.jwt_secret', '***', true)"],
  ["UPDATE users SET password = 's3cret' WHERE id = 1", "UPDATE users SET password = '***' WHERE id = 1"],
  ["SELECT dblink_connect('password=s3cret')", "SELECT dblink_connect('password=***')"],
  ['PGPASSWORD=s3cret psql', 'PGPASSWORD=*** psql'],
  ['could not connect: password=s3cret host=h', 'could not connect: password=*** host=h'],
  ['postgres://h/d?sslmode=require&password=s3cret', 'postgres://h/d?sslmode=require&password=***'],
  ['postgres://me:s3c@ret@h/d', 'postgres://me:***@h/d'],
])('%s', (sql, shown) => {
  expect(withoutSecrets(sql)).toBe(shown);
  expect(holdsSecret(sql)).toBe(true);
});

test.each([
  'ALTER SUBSCRIPTION s SET (password_required = false)',
  "SELECT 'password'",
  "SELECT 'the password', 'x'",
  "COMMENT ON COLUMN users.password IS 'a hash'",
  "CREATE ROLE r PASSWORD ''",
  "ALTER TABLE users ADD COLUMN password text DEFAULT 'x', ADD COLUMN token text",
  'GRANT SELECT (password, token) ON users TO app',
  'http://localhost:8080/x',
  'SELECT FROM a JOIN b ON a.token = b.token WHERE a.password=b.password AND secret = $1',
  'UPDATE t SET token = excluded.token, api_key = gen_random_uuid()',
  "CREATE TYPE auth AS ENUM ('password', 'token')",
])('%s holds none', (sql) => {
  expect(holdsSecret(sql)).toBe(false);
});

test('a value is hidden in XML, and line by line', () => {
  expect(withoutSecrets('<a b="x&lt;y&amp;z"/>', ['x<y&z'])).toBe('<a b="***"/>');
  expect(withoutSecrets('    MIIEvQIBADANBg', ['-----BEGIN KEY-----\nMIIEvQIBADANBg\nab'])).toBe('    ***');
});

test.each(['db_password', 'API_KEY', 'apiKey', 'app.jwt', 'smtp-pass', 'GITHUB_TOKEN', 'signing_key', 'clientSecret'])(
  'a placeholder %s is a secret',
  (name) => {
    expect(isSecretName(name)).toBe(true);
  },
);

test.each(['owner', 'primary_key', 'token_table', 'compass', 'secretary', 'environment'])('%s is none', (name) => {
  expect(isSecretName(name)).toBe(false);
});

test('values are hidden wherever they stand', () => {
  const secrets = ["it's", 'a b/c', ''];
  expect(withoutSecrets("SELECT 'it''s', it's, x?y=a%20b%2Fc, a b/c", secrets)).toBe("SELECT '***', ***, x?y=***, ***");
});

test.each(["token''", '://a:', "password '", 'password = '])('a long text of %j takes no long time', (text) => {
  const began = performance.now();
  withoutSecrets(text.repeat(50_000));
  expect(performance.now() - began).toBeLessThan(5000);
});
