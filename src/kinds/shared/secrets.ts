// The hazard of a statement that contains a password, for subscriptions, servers and user mappings.
import { holdsSecret } from '../../sql/secrets.ts';
import type { HazardDraft } from '../kind.ts';

/** The hazard S507 where a statement contains a password. */
export const secretHazards = (sql: string, whose: string): HazardDraft[] =>
  holdsSecret(sql)
    ? [
        {
          code: 'S507',
          message: `contains the password of ${whose} in plain text`,
          remedy: 'keep the password in a password file or service file of the server, and out of version control',
        },
      ]
    : [];
