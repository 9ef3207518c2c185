// The grammar of PostgreSQL 16, for what older servers than 17 will be asked to run: a file that is written must not
// fail there for its syntax. The parser of everything else has the grammar of 18.
import Module from 'pg-query-emscripten';

/** Characters that one instance can take before its heap is full; measured, with room. */
const CHARACTERS = 40_000;

/** For each statement that PostgreSQL 16 can't read, by its index, what its grammar says. */
export async function refusedByGrammar16(statements: readonly string[]): Promise<ReadonlyMap<number, string>> {
  const refused = new Map<number, string>();
  for (const group of groups(statements)) {
    const message = await refusal(group.map((index) => statements[index] ?? '').join(';\n'));
    if (message === null) continue;
    if (group.length === 1) refused.set(group[0] ?? 0, message);
    else {
      for (const index of group) {
        const own = await refusal(statements[index] ?? '');
        if (own !== null) refused.set(index, own);
      }
    }
  }
  return refused;
}

/** Indexes of statements that fit into one instance. A constant of megabytes fits into none, and is no syntax. */
function groups(statements: readonly string[]): readonly (readonly number[])[] {
  const all: number[][] = [];
  let room = 0;
  for (const [index, { length }] of statements.entries()) {
    if (length > CHARACTERS) continue;
    if (length > room) {
      all.push([]);
      room = CHARACTERS;
    }
    all.at(-1)?.push(index);
    room -= length;
  }
  return all;
}

/** What is wrong with it by that grammar; null also where the instance gave up, which is no answer. */
async function refusal(sql: string): Promise<string | null> {
  try {
    return (await new Module()).fingerprint(sql).error?.message ?? null;
  } catch {
    return null;
  }
}
