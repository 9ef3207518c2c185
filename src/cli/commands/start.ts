// `schema` without a command: applies the migrations on the embedded database and says what to do next.
import { SchemaError } from '../../errors.ts';
import { planIdOf } from '../../proof/plan-document.ts';
import { DEFAULT_URL } from '../../settings/settings-table.ts';
import { nearest } from '../../sql/nearest.ts';
import { mainJob } from '../../workflows/start.ts';
import { planResultDocument, planText } from '../plan-text.ts';
import { count } from '../progress.ts';
import { resultDocument, runChanging, verificationText, verified } from '../run-text.ts';
import { invocation, type Session } from '../session.ts';

/** Applies the migrations, then compares the database with the desired files. */
export async function start(session: Session): Promise<number> {
  const here = onOwnDatabase(session);
  const { terminal, project, settings } = here;
  const { applied, planned: result } = await runChanging(here, (running) => mainJob(project, running));
  const exitCode = verified(applied) ? 0 : 10;
  const ran = applied.files.length;
  const lines = [
    ran === 0
      ? `${project.url} is up to date with ${settings.migrationsDir}/.`
      : `Applied ${count(ran, 'migration')} to ${project.url}.`,
    ...(verified(applied) ? [] : [verificationText(applied, terminal.out)]),
    ...(result.pair === null
      ? [planText(result, { paint: terminal.out, verbose: false }), agree(here)]
      : [planText(result, { paint: terminal.out, verbose: settings.verbose }), differ()]),
  ];
  terminal.product(lines.filter((line) => line !== '').join('\n\n'), {
    command: 'start',
    exitCode,
    applied: resultDocument(applied),
    ...planResultDocument(result, planIdOf(result.files), false),
  });
  return exitCode;
}

const agree = ({ settings, terminal }: Session): string =>
  `${terminal.out.green(`${settings.schemaDir}/ and the database agree.`)}\n` +
  `Next: edit a file under ${settings.schemaDir}/, then run: ${invocation} plan add_phone`;

const differ = (): string => `Nothing was written. To write it as migrations, run: ${invocation} plan NAME`;

/**
 * Uses the embedded database unless a flag names another one: a call without a command must not change a database that
 * an environment variable names.
 */
function onOwnDatabase(session: Session): Session {
  if (session.settings.urlFromFlag) return session;
  const url = DEFAULT_URL;
  if (url !== session.project.url) {
    session.terminal.note(`on ${url}; to work on the database of your settings, name a command`);
  }
  return { ...session, project: { ...session.project, url } };
}

/** What other tools call these commands. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  up: 'apply',
  deploy: 'apply',
  push: 'apply',
  update: 'apply',
  down: 'undo',
  rollback: 'undo',
  revert: 'undo',
  generate: 'plan',
  create: 'new',
  add: 'new',
  dump: 'pull',
  introspect: 'pull',
  inspect: 'pull',
  squash: 'checkpoint',
  check: 'validate',
  reset: 'clean',
};

/** The error for a first word that is no command. */
export function unknownCommand(word: string, commands: readonly string[]): SchemaError {
  const near = OTHER_WORDS[word] ?? nearest(word, commands);
  return new SchemaError('usage/invalid', `there is no command ${JSON.stringify(word)}`, {
    hint: near === null ? `Commands: ${commands.join(', ')}.` : `Did you mean ${near}?`,
  });
}
