// Checks of the requests of callers of the library.
// An unknown key or a wrong value is an error with the nearest name, as on the command line.
import * as z from 'zod';
import { SchemaError } from '../errors.ts';
import { problems } from '../settings/problems.ts';
import type { Project } from '../settings/project.ts';

/** The schema of each key of a request; keys are optional unless the verb requires them. */
export type Shape = z.ZodRawShape;

export const text = z.string({ error: 'must be a text' });
export const texts = z.array(text, { error: 'must be a list of texts' });
export const flag = z.boolean({ error: 'must be true or false' });
export const count = z.number({ error: 'must be a number' }).int({ error: 'must be a whole number' }).min(0, {
  error: 'must not be negative',
});
export const oneOf = <T extends string>(...choices: readonly T[]) =>
  z.enum(choices as readonly [T, ...T[]], { error: `must be ${choices.join(' or ')}` });
export const callback = z.custom((value) => value instanceof Function, { error: 'must be a function' });
export const anObject = z.custom((value) => typeof value === 'object' && value !== null, {
  error: 'must be an object',
});
export const aDate = z.date({ error: 'must be a Date' });
export const signal = z.instanceof(AbortSignal, { error: 'must be an AbortSignal' });

/** Checks the two arguments of a verb. Raises `usage/invalid`. */
export function check(verb: string, project: Project, request: object, shape: Shape): void {
  if (typeof project !== 'object' || project === null || typeof project.migrationsDir !== 'string') {
    throw new SchemaError('usage/invalid', `the first argument of ${verb}() is no project`, {
      hint: 'Open one with open().',
    });
  }
  checkRequest(verb, request, shape);
}

/** Checks a request alone, and returns its values in the program's form. Raises `usage/invalid`. */
export function checkRequest(verb: string, request: object, shape: Shape): Readonly<Record<string, unknown>> {
  const parsed = z.strictObject(shape, { error: 'must be an object' }).safeParse(request);
  if (parsed.success) return parsed.data;
  throw problems(parsed.error.issues, request, {
    code: 'usage/invalid',
    source: `${verb}()`,
    keysOf: () => Object.keys(shape),
  });
}
