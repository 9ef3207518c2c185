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
  };
  it.each(Object.entries(refused))('refuse what the server would: %s', async (sql, sqlstate) => {
    const scratch = await warmScratch();
    await scratch.isolated((isolated) =>
      expect(isolated.script(sql)).rejects.toMatchObject({ code: 'database/query', sqlstate }),
    );
  });
});
