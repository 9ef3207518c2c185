import { holdsSecret } from '../../sql/secrets.ts';
import type { Danger } from '../kind.ts';

/** The danger of a statement that spells a password. */
export const secretDangers = (sql: string, whose: string): Danger[] =>
  holdsSecret(sql)
    ? [
        {
          code: 'S507',
          message: `contains the password of ${whose} in plain text`,
          remedy: 'keep the password in a password file or service file of the server, and out of version control',
        },
      ]
    : [];
