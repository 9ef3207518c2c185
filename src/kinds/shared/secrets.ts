import { holdsSecret } from '../../sql/secrets.ts';
import type { Danger } from '../kind.ts';

/** The danger of a statement that spells a password. */
export const secretDangers = (sql: string, whose: string): Danger[] =>
  holdsSecret(sql)
    ? [
        {
          code: 'S507',
          message: `the password of ${whose} stands in this statement in plain text`,
          remedy: 'keep it in a password file or service file of the server, and out of version control',
        },
      ]
    : [];
