import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeScratch, throwawayScratch, warmScratch } from '#src/scratch/scratch.js';
import { translate } from '#src/scratch/translate.js';
import { loadParser } from '#src/sql/parser.js';

beforeAll(loadParser);
afterAll(closeScratch);

describe('translated statements', () => {
  it('leave alone what needs none', () => {
    expect(translate('CREATE TABLE t (a int)')).toBeNull();
    expect(translate("SELECT 'a subscription'")).toBeNull();
    expect(translate('CREATE SUBSCRIPTION (')).toBeNull();
    expect(translate('ALTER SUBSCRIPTION s ENABLE')).toBeNull();
  });

  it('lead back from the place of an error', () => {
    const script = "SELECT 'ä😀';\nCREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p;\nSELECT wrong;";
    const characters = (text: string, upTo: string): number => [...text.slice(0, text.indexOf(upTo))].length + 1;
    const translated = translate(script);
    const sent = translated?.sql ?? '';
    expect(translated?.toOriginal(characters(sent, 'wrong'))).toBe(characters(script, 'wrong'));
    expect(translated?.toOriginal(characters(sent, 'INSERT'))).toBe(characters(script, 'CREATE'));
    expect(translated?.toOriginal(3)).toBe(3);
  });

  it('leave the rows that the statements would', async () => {
    const scratch = await throwawayScratch();
    await scratch.script(
      `CREATE SUBSCRIPTION "My ducks" CONNECTION 'host=''a b''' PUBLICATION one, "Two" WITH (slot_name = 's', binary, failover);
       ALTER SUBSCRIPTION "My ducks" SET (two_phase = true, disable_on_error = on);
       ALTER SUBSCRIPTION "My ducks" ADD PUBLICATION three WITH (refresh = true)`,
    );
    expect(
      await scratch.query(
        'SELECT *, subtwophasestate::text AS phase, subpublications::text AS published FROM pg_subscription',
      ),
    ).toMatchObject([
      {
        subname: 'My ducks',
        subenabled: true,
        subconninfo: "host='a b'",
        published: '{one,Two,three}',
        subslotname: 's',
        subbinary: true,
        subfailover: true,
        phase: 'p',
        subdisableonerr: true,
      },
    ]);
    await scratch.script('DROP SUBSCRIPTION "My ducks"');
    expect(await scratch.query('SELECT * FROM pg_subscription')).toEqual([]);
  });

  it('put a security label on the object that the statement names', async () => {
    const named = {
      'TABLE "My app".t': 'table "My app".t',
      'COLUMN "My app".t."A b"': 'table column "My app".t."A b"',
      'MATERIALIZED VIEW "My app".mv': 'materialized view "My app".mv',
      'SEQUENCE "My app".s': 'sequence "My app".s',
      'FUNCTION "My app".f(integer, text[])': 'function "My app".f(integer,pg_catalog.text[])',
      'PROCEDURE "My app".p()': 'procedure "My app".p()',
      'AGGREGATE "My app".g(integer)': 'aggregate "My app".g(integer)',
      'TYPE "My app".mood': 'type "My app".mood',
      'DOMAIN "My app".d': 'type "My app".d',
      'SCHEMA "My app"': 'schema "My app"',
      'PROCEDURAL LANGUAGE plpgsql': 'language plpgsql',
      'EVENT TRIGGER "My guard"': 'event trigger "My guard"',
      'PUBLICATION mine': 'publication mine',
    };
    const scratch = await warmScratch();
    const labels = await scratch.isolated(async (isolated) => {
      await isolated.script(`CREATE SCHEMA "My app"; SET LOCAL search_path = "My app"; CREATE TABLE t ("A b" integer);
        CREATE MATERIALIZED VIEW mv AS SELECT; CREATE SEQUENCE s; CREATE TYPE mood AS ENUM (); CREATE DOMAIN d AS integer;
        CREATE FUNCTION f(integer, text[]) RETURNS void LANGUAGE sql AS ''; CREATE PROCEDURE p() LANGUAGE sql AS '';
        CREATE AGGREGATE g(integer) (SFUNC = int4pl, STYPE = integer); CREATE PUBLICATION mine;
        CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
        CREATE EVENT TRIGGER "My guard" ON sql_drop EXECUTE FUNCTION e()`);
      for (const name of Object.keys(named)) {
        await isolated.script(`SECURITY LABEL FOR guard ON ${name} IS '${name}'; SECURITY LABEL FOR gone ON ${name} IS 'x';
          SECURITY LABEL FOR gone ON ${name} IS NULL`);
      }
      return isolated.query(
        `SELECT l.label, o.type || ' ' || o.identity AS object FROM pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) o`,
      );
    });
    expect(Object.fromEntries(labels.map(({ label, object }) => [label, object]))).toEqual(named);
  });

  const conversion = (name: string, from = 'KOI8R', routine = 'koi8r_to_utf8') =>
    `CREATE DEFAULT CONVERSION ${name} FOR '${from}' TO 'UTF8' FROM ${routine}`;
  const refused = {
    'CREATE SUBSCRIPTION s CONNECTION $$x$$ PUBLICATION p WITH (nonsense = 1)': '42601',
    'CREATE SUBSCRIPTION s CONNECTION $$x$$ PUBLICATION p WITH (slot_name = NONE)': '55000',
    "ALTER SUBSCRIPTION nobody CONNECTION 'x'": '42704',
    'DROP SUBSCRIPTION nobody': '42704',
    [conversion('c', 'nonsense')]: '42704',
    [conversion('c', 'KOI8R', 'nobody')]: '42883',
    [conversion('nowhere.c')]: '3F000',
    [`${conversion('c')}; ${conversion('c')}`]: '42710',
    [`${conversion('c')}; ${conversion('d')}`]: '42710',
    "SECURITY LABEL FOR guard ON TABLE nobody IS 'x'": '42P01',
    "SECURITY LABEL FOR guard ON EVENT TRIGGER nobody IS 'x'": '42704',
    // Its label would be in pg_shseclabel, which belongs to the cluster.
    "SECURITY LABEL FOR guard ON SUBSCRIPTION nobody IS 'x'": '42P01',
  };
  it.each(Object.entries(refused))('refuse what the server would: %s', async (sql, sqlstate) => {
    const scratch = await warmScratch();
    await scratch.isolated((isolated) =>
      expect(isolated.script(sql)).rejects.toMatchObject({ code: 'database/query', sqlstate }),
    );
  });
});
