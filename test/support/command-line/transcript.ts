// A call of the program as a terminal shows it, with placeholders for what differs from run to run.
import type { Call, Folder } from './program.ts';

/** What differs, in this order: the longer forms first. */
const PLACEHOLDERS: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?(Z|UTC|[+-]\d\d(:?\d\d)?))?/g, '<time>'],
  [/(?<!\d)20\d{12}(?!\d)/g, '<version>'],
  [/\b\d{4}-\d\d-\d\d\b/g, '<date>'],
  [/\bsha256:[0-9a-f]{12,64}/g, '<digest>'],
  [/\b[0-9a-f]{12,64}\b/g, '<hex>'],
  [/\b\d+(\.\d+)? (ms|s|min)\b/g, '<duration>'],
  [/(?<=PostgreSQL )\d+\.\d+( \([^)\n]*\))?/g, '<server>'],
  [/(?<![\d.@])v?\d+\.\d+\.\d+(?![\d.])/g, '<release>'],
  [/127\.0\.0\.1:\d+\/test_<?\w+>?/g, '<server>/<database>'],
  [/\btest_<?\w+>?/g, '<database>'],
  [/\b(pid|backend) \d+/g, '$1 <pid>'],
  [/[ \t]+$/gm, ''],
];

/** Columns of a table keep their order and lose their width, which placeholders would change. */
const narrow = (text: string): string => text.replace(/(?<=\S) {2,}(?=\S)/g, '  ');

function placeheld(text: string, path: string): string {
  const local = text.replaceAll(path, '<folder>');
  return narrow(PLACEHOLDERS.reduce((all, [pattern, placeholder]) => all.replace(pattern, placeholder), local));
}

/** The command, what it printed, and its exit code: all of it, for an inline snapshot. */
function transcript(words: string, { code, stdout, stderr }: Call, path: string): string {
  const said = stderr === '' ? '' : `-- stderr\n${placeheld(stderr, path)}`;
  return `$ schema ${words}\n${placeheld(stdout, path)}${said}-- exit ${code}`;
}

/** Run a command in a project's folder, and show it. */
export const show = async (
  project: Folder,
  words: string,
  variables?: Readonly<Record<string, string>>,
): Promise<string> => transcript(words, await project.run(words, variables), project.path);
