// Whether a database is protected, for settings.ts: by its environment, or because a protected environment names the
// same database.
import { nameSameDatabase } from '../databases/place.ts';
import { SchemaError } from '../errors.ts';
import type { ConfigFile } from './config-file.ts';
import { environmentUrl, type UrlSources } from './database-url.ts';

/**
 * The name of the protected environment whose database the URL names; null: there is none. An environment whose URL
 * needs a variable that is not set names no database here.
 */
export async function protectionOf(
  url: string,
  file: ConfigFile | null,
  variables: UrlSources['variables'],
): Promise<string | null> {
  for (const [name, environment] of file?.environments ?? []) {
    if (environment.protected && (await names(name, url, file, variables))) return name;
  }
  return null;
}

async function names(
  environment: string,
  url: string,
  file: ConfigFile | null,
  variables: UrlSources['variables'],
): Promise<boolean> {
  try {
    return await nameSameDatabase(environmentUrl(environment, file, variables), url, variables);
  } catch (error) {
    if (error instanceof SchemaError) return false;
    throw error;
  }
}
