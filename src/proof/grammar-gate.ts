// The grammar gate: statements for servers before PostgreSQL 17 must parse with the grammar of PostgreSQL 16, so that
// no written file fails there with a syntax error. All other rooms parse with the grammar of PostgreSQL 18.
import Module from 'pg-query-emscripten';

/** Characters that one instance can parse before its heap is full; measured, with a margin. */
const CHARACTERS = 40_000;

/** The syntax errors of PostgreSQL 16 by index of the statement. */
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

/** Groups of statements that fit into one instance each. A statement of megabytes fits into none and is skipped. */
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

/** The syntax error of a statement; null also where the instance failed without an answer. */
async function refusal(sql: string): Promise<string | null> {
  try {
    return (await new Module()).fingerprint(sql).error?.message ?? null;
  } catch {
    return null;
  }
}
