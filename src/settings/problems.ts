// Wrong settings as errors, for all that zod checks: the place, the present value, and the nearest correct name.
import type { core } from 'zod';
import { type ErrorCode, SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';

export interface Place {
  readonly code: ErrorCode;
  /** The file with the settings; null: there is none. */
  readonly source: string | null;
  /** The parts before the path of an issue: a flag, a variable, or `backup` of a caller of the library. */
  readonly within?: readonly string[];
  /** The known keys of an object, by its path. */
  readonly keysOf: (path: readonly PropertyKey[]) => readonly string[];
}

/** All issues as one error. `input` is the checked value. */
export const problems = (issues: readonly core.$ZodIssue[], input: unknown, place: Place): SchemaError =>
  SchemaError.all(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, issue.path, place))
        : [wrongValue(issue, input, place)],
    ),
  );

const located = ({ source }: Place, message: string): string => (source === null ? message : `${source}: ${message}`);

function unknownKey(key: string, path: readonly PropertyKey[], place: Place): SchemaError {
  const known = place.keysOf(path);
  const near = nearest(key, known);
  const name = [...(place.within ?? []), ...path, key].join('.');
  return new SchemaError(place.code, located(place, `unknown key ${JSON.stringify(name)}`), {
    hint: near === null ? `Known keys: ${known.join(', ')}.` : `Did you mean ${near}?`,
  });
}

function wrongValue(issue: core.$ZodIssue, input: unknown, place: Place): SchemaError {
  const path = [...(place.within ?? []), ...issue.path];
  const name = path.length === 0 ? 'the file' : path.join('.');
  const found = valueAt(input, issue.path);
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const near = typeof found === 'string' ? nearest(found, choices) : null;
  return new SchemaError(place.code, located(place, `${name} ${issue.message}`), {
    hint: `It is ${JSON.stringify(found)?.slice(0, 40) ?? typeof found}.${near === null ? '' : ` Did you mean ${near}?`}`,
  });
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
