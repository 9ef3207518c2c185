// The tools that `schema import` can read.
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';
import { ATLAS } from './atlas.ts';
import { DBMATE } from './dbmate.ts';
import { DRIZZLE } from './drizzle.ts';
import { FLYWAY } from './flyway/flyway.ts';
import { GOLANG_MIGRATE } from './golang-migrate.ts';
import { GOOSE } from './goose.ts';
import { GRAPHILE_MIGRATE } from './graphile-migrate.ts';
import { LIQUIBASE } from './liquibase/liquibase.ts';
import { NODE_PG_MIGRATE } from './node-pg-migrate.ts';
import { PRISMA } from './prisma.ts';
import { RAILS } from './rails.ts';
import { SQITCH } from './sqitch.ts';
import { SUPABASE } from './supabase.ts';
import type { Tool } from './tool.ts';

export const TOOLS: readonly Tool[] = [
  FLYWAY,
  LIQUIBASE,
  ATLAS,
  DBMATE,
  GOOSE,
  GOLANG_MIGRATE,
  NODE_PG_MIGRATE,
  GRAPHILE_MIGRATE,
  PRISMA,
  DRIZZLE,
  SQITCH,
  SUPABASE,
  RAILS,
];

/** The tool with a name. Raises `usage/invalid`. */
export function toolNamed(name: string): Tool {
  const names = TOOLS.map((tool) => tool.name);
  const found = TOOLS.find((tool) => tool.name === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(name, names);
  throw new SchemaError('usage/invalid', `there is no tool ${JSON.stringify(name)} to import from`, {
    hint: near === null ? `Known ones: ${names.join(', ')}.` : `Did you mean ${near}?`,
  });
}
