// What stands in the fenced blocks of a document, as one shell session that a test can run.

/** A command, and the exit code that the document states for it (`# exit 2` at its end; 0 where it states none). */
export interface Command {
  readonly line: number;
  readonly text: string;
  readonly code: number;
}

/** A block that is a file (```sql schema/shop.sql), or SQL that somebody runs (```sql @dev). */
export interface Content {
  readonly line: number;
  readonly target: string;
  readonly text: string;
}

export type Step = Command | Content;

export interface Story {
  readonly steps: readonly Step[];
  /** Lines of ```sh no-run blocks that begin with the program's name. */
  readonly notRun: readonly string[];
}

export const isCommand = (step: Step): step is Command => 'code' in step;

const OURS = /^(npx )?schema( |$)/;
const RUN = /^((npx )?schema|git)( |$)/;

/**
 * The steps of a document in their order. Run are the `sh` blocks that call the program, all their lines; and the lines of
 * HTML comments that begin with `test`, which are what happens around the reader (`<!-- test … -->`).
 */
export function storyOf(markdown: string): Story {
  const steps: Step[] = [];
  const notRun: string[] = [];
  for (const { info, line, lines } of blocksOf(markdown)) {
    const [language = '', ...rest] = info.split(' ');
    const target = rest.join(' ');
    const called = lines.filter((text) => OURS.test(text));
    if (language === 'test') steps.push(...commandsOf(lines, line));
    else if (language === 'sh' && target === 'no-run') notRun.push(...called);
    else if (language === 'sh' && lines.some((text) => RUN.test(text))) steps.push(...commandsOf(lines, line));
    else if (language !== 'sh' && target !== '') steps.push({ line, target, text: `${lines.join('\n')}\n` });
    else if (language === '' && called.length > 0)
      throw new Error(`line ${line}: commands stand in a block without sh`);
  }
  return { steps, notRun };
}

interface Block {
  readonly info: string;
  /** Of its first line within the document, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

function blocksOf(markdown: string): Block[] {
  const all = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const text = all[at] ?? '';
    const info = text === '<!-- test' ? 'test' : /^```(.*)$/.exec(text)?.[1];
    if (info === undefined) continue;
    const end = all.indexOf(info === 'test' ? '-->' : '```', at + 1);
    if (end === -1) throw new Error(`line ${at + 1}: the block has no end`);
    blocks.push({ info: info.trim(), line: at + 2, lines: all.slice(at + 1, end) });
    at = end;
  }
  return blocks;
}

function commandsOf(lines: readonly string[], first: number): Command[] {
  const commands: Command[] = [];
  let begun: string[] = [];
  for (const [index, text] of lines.entries()) {
    begun.push(text);
    if (text.endsWith('\\')) continue;
    const whole = begun.join('\n');
    if (!/^\s*(#|$)/.test(whole)) {
      const code = Number(/\s# (?:.*, )?exit (\d+)\b[^\n]*$/.exec(whole)?.[1] ?? 0);
      commands.push({ line: first + index - begun.length + 1, text: whole, code });
    }
    begun = [];
  }
  return commands;
}
