// `sql DATABASE STATEMENTS`: what somebody does by hand. DATABASE is dev, staging or production.
// `sql DATABASE STATEMENTS --hold`: in a session that stays open until the shell ends its job, or for half a minute.
import process from 'node:process';
import pg from 'pg';

const [name = '', statements = '', hold] = process.argv.slice(2);
const client = new pg.Client({ connectionString: process.env[`${name.toUpperCase()}_DATABASE_URL`] });
await client.connect();
await client.query(statements);
if (hold === undefined) await client.end();
else setTimeout(() => client.end(), 30_000);
