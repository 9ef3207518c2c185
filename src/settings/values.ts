// The values of settings by kind as schemas of zod, for the config file, flags, variables and editors.
import * as z from 'zod';
import { CALLBACK_EVENTS } from '../migrations/callbacks.ts';
import { parseDuration } from '../migrations/duration.ts';
import type { Setting, SettingKind, SettingValue } from './setting.ts';

/** A schema that reads a value and describes the valid form in its error. */
export type ValueSchema = z.ZodType<SettingValue>;

const TEXT = z.string({ error: 'must be a text' });

const LIST = z.union([z.string().transform((text) => text.split(',')), z.array(z.string())], {
  error: 'must be a list of texts',
});

/** Texts in a special form; in JSON they may also be numbers. */
const numeric = (pattern: RegExp, error: string, isRight: (text: string) => boolean = () => true) =>
  z.union(
    [
      z.string().regex(pattern, { error, abort: true }).refine(isRight, { error }),
      z
        .number()
        .transform(String)
        .refine((text) => pattern.test(text) && isRight(text), { error }),
    ],
    { error },
  );

const WHOLE_NUMBER = numeric(/^\d{1,6}$/, 'must be a whole number');

const ENTRY = z.union(
  [z.string(), z.number().transform(String), z.boolean().transform(String), z.array(z.string()).readonly()],
  { error: 'must be a text or a list of texts' },
);

/** Texts, or lists of texts, by the events of the runner. */
const HOOKS = z.strictObject(Object.fromEntries(CALLBACK_EVENTS.map((event) => [event, ENTRY.optional()])), {
  error: 'must be an object',
});

/** The value of the key `backup`, which `backupSettings` reads. */
export const BACKUP = z.strictObject(
  {
    command: TEXT.optional().describe('A command of the shell that takes the backup, in place of pg_dump.'),
    directory: TEXT.optional().describe('Folder of the files that pg_dump writes.'),
    tables: z
      .enum(['touched', 'all'], { error: 'must be touched or all' })
      .optional()
      .describe('Rows of the tables that the pending files touch, or of all tables.'),
    maxAgeMinutes: WHOLE_NUMBER.optional().describe('A backup that is younger is taken for this one.'),
    verify: TEXT.optional().describe('A command of the shell that looks whether the backup is good.'),
  },
  { error: 'must be an object' },
);

const KINDS: Readonly<Record<SettingKind, ValueSchema>> = {
  text: TEXT,
  list: LIST,
  switch: z.boolean({ error: 'must be true or false' }),
  duration: numeric(
    /^\s*\d+(?:\.\d+)?\s*(?:ms|s|sec|min|m|h|d)?\s*$/i,
    'must be a duration such as 500ms, 3s or 15min',
    (text) => parseDuration(text) !== null,
  ),
  number: WHOLE_NUMBER,
  map: z.record(z.string(), ENTRY, { error: 'must be an object' }),
  hooks: HOOKS as z.ZodType as ValueSchema,
  backup: BACKUP as ValueSchema,
};

/** The schema for the value of a setting. */
export const valueSchema = ({ choices, kind }: Pick<Setting, 'choices' | 'kind'>): ValueSchema =>
  choices === undefined ? KINDS[kind] : z.enum(choices, { error: `must be ${choices.join(' or ')}` });

/** The keys of a setting whose value is an object with known keys. */
export const keysOfKind = (kind: SettingKind): readonly string[] => {
  const schema = KINDS[kind];
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
};
