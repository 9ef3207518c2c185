import { afterAll, describe, expect, it } from 'vitest';
import { bundledExtensions } from '#src/databases/pglite.js';
import { closeScratch, ensureRoles, startScratch, throwawayScratch, warmScratch } from '#src/scratch/scratch.js';

afterAll(closeScratch);

describe('a scratch that dies', () => {
  const deaths = {
    'COPY … PROGRAM': "CREATE TABLE t (a int); COPY t TO PROGRAM 'cat'",
    'COPY … FROM STDIN': 'CREATE TABLE t (a int); COPY t FROM STDIN',
  };
  for (const [name, sql] of Object.entries(deaths)) {
    it(`says so after ${name}, and at every later call`, async () => {
      const scratch = await startScratch();
      await expect(scratch.script(sql)).rejects.toMatchObject({ code: 'scratch/died' });
      await expect(scratch.query('SELECT relname FROM pg_class')).rejects.toMatchObject({ code: 'scratch/died' });
      await expect(scratch.script('SELECT 1')).rejects.toMatchObject({ code: 'scratch/died' });
      await expect(scratch.assertAlive()).rejects.toMatchObject({ code: 'scratch/died' });
      expect(scratch.isDead()).toBe(true);
    });
  }

  const recursive = `
    CREATE FUNCTION deeper(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN deeper(i + 1) + 1; END $$;`;

  it('survives endless recursion with an error', async () => {
    const scratch = await throwawayScratch();
    await scratch.script(recursive);
    for (const call of [1, 2, 3]) {
      const failure = scratch.query('SELECT deeper($1)', [call]);
      await expect(failure).rejects.toMatchObject({ code: 'database/query', sqlstate: '54001' });
    }
    await scratch.assertAlive();
  });

  it('says so when recursion goes deeper than its stack', async () => {
    // PGlite in a thread of the usual size.
    const scratch = await startScratch({ stackMb: 4 });
    await scratch.script(`SET max_stack_depth = '7MB'; ${recursive}`);
    const first = scratch.query('SELECT deeper(1) AS depth');
    const second = scratch.query('SELECT relname FROM pg_class');
    await expect(first).rejects.toMatchObject({ code: 'scratch/died' });
    await expect(second).rejects.toMatchObject({ code: 'scratch/died' });
  });

  it('is ended at the deadline', async () => {
    const scratch = await throwawayScratch(null, 500);
    const loop = scratch.script('DO $$ BEGIN LOOP END LOOP; END $$');
    const queued = scratch.query('SELECT 1');
    await expect(loop).rejects.toMatchObject({ code: 'scratch/deadline' });
    await expect(queued).rejects.toMatchObject({ code: 'scratch/deadline' });
  });

  it('takes a deadline for one call', async () => {
    const scratch = await throwawayScratch();
    const call = scratch.query('SELECT count(*) FROM generate_series(1, 1000000000)', [], { deadlineMs: 300 });
    await expect(call).rejects.toMatchObject({ code: 'scratch/deadline' });
  });

  it('is replaced when it was the warm one', async () => {
    const first = await warmScratch();
    expect(await warmScratch()).toBe(first);
    await expect(first.isolated((scratch) => scratch.script(deaths['COPY … PROGRAM']))).rejects.toMatchObject({
      code: 'scratch/died',
    });
    const second = await warmScratch();
    expect(second).not.toBe(first);
    await second.assertAlive();
  });
});

describe('isolated', () => {
  it('leaves no objects, roles or settings', async () => {
    const scratch = await warmScratch();
    const look = `SELECT (SELECT count(*) FROM pg_class) AS relations, (SELECT count(*) FROM pg_roles) AS roles,
      current_setting('search_path') AS path`;
    const before = await scratch.query(look);
    await scratch.isolated(async (inside) => {
      await ensureRoles(inside, ['app owner', 'app owner', 'postgres', 'public', 'pg_monitor', 'quo"te']);
      await inside.script('CREATE TABLE t (a int PRIMARY KEY); SET search_path = pg_temp');
      await inside.script('ALTER TABLE t OWNER TO "app owner"').catch(() => undefined);
    });
    expect(await scratch.query(look)).toEqual(before);
  });

  it('leaves nothing when the work fails', async () => {
    const scratch = await warmScratch();
    const work = scratch.isolated((inside) => inside.script('CREATE TABLE half (a int); SELECT nonsense'));
    await expect(work).rejects.toMatchObject({ code: 'database/query', sqlstate: '42703' });
    expect(await scratch.query("SELECT FROM pg_class WHERE relname = 'half'")).toEqual([]);
  });

  it('lets uses take turns', async () => {
    const scratch = await warmScratch();
    const uses = ['x', 'y', 'z'].map((name) =>
      scratch.isolated(async (inside) => {
        await inside.script('CREATE TABLE same (a text)');
        await inside.query('INSERT INTO same VALUES ($1)', [name]);
        return (await inside.query('SELECT a FROM same')).map((row) => row['a']);
      }),
    );
    expect(await Promise.all(uses)).toEqual([['x'], ['y'], ['z']]);
  });

  it('refuses to be nested', async () => {
    const scratch = await warmScratch();
    const nested = scratch.isolated((inside) => inside.isolated(async () => 1));
    await expect(nested).rejects.toMatchObject({ code: 'scratch/unsupported' });
  });

  for (const sql of ['COMMIT', 'COMMIT; BEGIN', 'ROLLBACK; BEGIN']) {
    it(`notices ${sql}, and throws the instance away`, async () => {
      const scratch = await warmScratch();
      const work = scratch.isolated((inside) => inside.script(sql));
      await expect(work).rejects.toMatchObject({ code: 'scratch/unsupported' });
      expect(scratch.isDead()).toBe(true);
      expect(await warmScratch()).not.toBe(scratch);
    });
  }
});

describe('ensureRoles', () => {
  it('creates the missing ones as superusers', async () => {
    const scratch = await throwawayScratch();
    await ensureRoles(scratch, ['Ann "A" O\'Hara', 'plain', 'postgres']);
    await ensureRoles(scratch, ['plain', 'later']);
    const rows = await scratch.query("SELECT rolname, rolsuper FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1");
    expect(rows.map((row) => row['rolname']).sort()).toEqual(['Ann "A" O\'Hara', 'later', 'plain', 'postgres']);
    expect(rows.every((row) => row['rolsuper'] === true)).toBe(true);
    await scratch.close();
  });
});

describe('extensions', () => {
  it('can all be created without having been asked for', async () => {
    const scratch = await warmScratch();
    for (const name of bundledExtensions) {
      await scratch.isolated((inside) => inside.script(`CREATE EXTENSION "${name}" CASCADE`));
    }
  });

  it('are all known', async () => {
    const scratch = await warmScratch();
    const rows = await scratch.query('SELECT name FROM pg_available_extensions ORDER BY name');
    const names = rows.map((row) => row['name']).filter((name) => name !== 'plpgsql');
    expect(names).toEqual([...bundledExtensions].sort());
  });

  it('take files of a stand-in', async () => {
    const scratch = await warmScratch();
    const file = (name: string, text: string) => ({
      path: `share/postgresql/extension/${name}`,
      content: new TextEncoder().encode(text),
    });
    await scratch.addFiles([
      file('made_up.control', "default_version = '1.0'\nrelocatable = true\n"),
      file('made_up--1.0.sql', 'CREATE FUNCTION made_up() RETURNS int LANGUAGE sql AS $$ SELECT 7 $$;'),
    ]);
    const rows = await scratch.isolated(async (inside) => {
      await inside.script('CREATE SCHEMA ext; CREATE EXTENSION made_up SCHEMA ext');
      return inside.query('SELECT ext.made_up() AS answer');
    });
    expect(rows).toEqual([{ answer: 7 }]);
  });
});
