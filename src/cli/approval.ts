// Protected environments: what runs there was approved by its digest, or is approved now by whoever sits there.
import type { Session } from './session.ts';

/** What is asked for, once it is known that something would run. */
export interface Asked {
  readonly digest: string;
  readonly what: string;
}

/**
 * The digest to run with: the one given, or the one that a person has just approved by typing the environment's name;
 * undefined where none is needed. Null: they typed something else. Raises `runner/confirmation` without a terminal.
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
  const typed = await terminal.ask(
    `The environment ${environment} is protected. ${asked.what} with digest ${asked.digest}.\nTo go on, type ${environment}:`,
    {
      detail: `${asked.what}, digest ${asked.digest}.`,
      hint: `Nothing ran. Review it, then approve exactly this: --approve ${asked.digest}`,
    },
  );
  return typed === environment ? asked.digest : null;
}
