// The approval of a run in a protected environment, for `apply` and `undo`: a digest, or an answer at the prompt.
import { oneLine } from '../sql/shown.ts';
import type { Session } from './session.ts';

/** What the prompt shows, once it is known that something would run. */
export interface Asked {
  readonly digest: string;
  readonly what: string;
  /** The paths of the files, in their order, each with the hazards that are asked about later. */
  readonly paths: readonly string[];
}

const MOST_PATHS = 20;

/**
 * The digest to run with: the given one, or the digest that a person has just approved by typing the name of the
 * environment; undefined where no approval is needed. Null: the person typed something else. Raises
 * `runner/confirmation` without a terminal.
 */
export async function approvedDigest(
  { settings, terminal }: Session,
  given: string | undefined,
  find: () => Promise<Asked | null>,
): Promise<string | undefined | null> {
  if (given !== undefined || !settings.protected) return given;
  const asked = await find();
  if (asked === null) return undefined;
  const environment = settings.environment ?? '';
  const more = asked.paths.length - MOST_PATHS;
  const list = [
    ...asked.paths.slice(0, MOST_PATHS).map((path) => `  ${oneLine(path)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
  const typed = await terminal.ask(
    `The environment ${environment} is protected. ${asked.what} with digest ${asked.digest}:\n${list}\nTo go on, type ${environment}:`,
    {
      detail: `${asked.what}, digest ${asked.digest}.`,
      hint: `Nothing ran. Review it, then approve exactly this: --approve ${asked.digest}`,
    },
  );
  return typed === environment ? asked.digest : null;
}
