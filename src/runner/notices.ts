// The notices of the server while a file's statement runs, for the report and the result of the run.
import type { Notice } from '../databases/database.ts';
import type { Run } from './run.ts';

/** The notices of one statement that are reported, and those of a run that are kept. */
const MOST = 100;

/** Runs `action` and meanwhile reports the notices of the session. A loop may raise one for each row, so they are few. */
export async function heard<Result>(
  run: Run,
  path: string,
  statement: number,
  action: () => Promise<Result>,
): Promise<Result> {
  const { database } = run.session;
  let count = 0;
  const report = (notice: Notice): void => {
    run.report({ kind: 'notice', path, statement, ...notice });
    if (run.notices.length < MOST) run.notices.push({ path, statement, ...notice });
  };
  database.hear?.((notice) => {
    count += 1;
    if (count <= MOST) report(notice);
  });
  try {
    return await action();
  } finally {
    database.hear?.(null);
    const more = count - MOST;
    const left = { severity: 'NOTICE', sqlstate: null, detail: null, hint: null };
    if (more > 0) report({ ...left, message: `${more} more notices of this statement are left out` });
  }
}
