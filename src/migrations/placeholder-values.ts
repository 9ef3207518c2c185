// The values of placeholders, and which of them are secrets, for migrations and the settings.
import { isSecretName } from '../sql/secrets.ts';

export interface Placeholders {
  /** Values by name; built-in names begin with `schema:` or, as synonyms, `flyway:`. */
  readonly values: ReadonlyMap<string, string>;
  /** Whether placeholders are replaced in handwritten files without the directive. */
  readonly everywhere: boolean;
  /** Names whose values are secrets, besides those that look like it; `!name` is none although it looks like one. */
  readonly secret?: readonly string[];
}

export const NO_PLACEHOLDERS: Placeholders = { values: new Map(), everywhere: false };

/** Whether the value of a placeholder is never shown or recorded. */
export function isSecret(name: string, { secret = [] }: Pick<Placeholders, 'secret'>): boolean {
  if (name.startsWith('schema:') || secret.includes(`!${name}`)) return false;
  return secret.includes(name) || isSecretName(name);
}

/** The values that are never shown or recorded. */
export const secretValues = (placeholders: Placeholders): readonly string[] =>
  [...placeholders.values].filter(([name]) => isSecret(name, placeholders)).map(([, value]) => value);
