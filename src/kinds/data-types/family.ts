// Attributes and typed guards of the kinds of data types, for rules that read attributes of another kind.
import type { DbObject } from '../../catalog/catalog.ts';
import type { Typed } from '../kind.ts';

export type CompositeAttribute = {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly comment: string | null;
};

export type Composite = {
  /** The attributes by their names: their order is not compared, as with the columns of a table. */
  readonly attributes: readonly CompositeAttribute[];
  /** The names in the order of pg_attribute.attnum. */
  readonly order: readonly string[];
};

export type Domain = {
  readonly type: string;
  readonly collation: string | null;
  readonly default: string | null;
  readonly notNull: boolean;
  /** The name of the constraint, since PostgreSQL 17; null where PostgreSQL chose the name. */
  readonly notNullName: string | null;
  readonly notNullComment: string | null;
};

export type DomainConstraint = {
  readonly name: string;
  readonly domain: string;
  readonly definition: string;
  readonly validated: boolean;
};

export type Enum = { readonly labels: readonly string[] };

type Maybe = DbObject | null | undefined;

export const isComposite = (object: Maybe): object is Typed<Composite> => object?.kind === 'composite type';

export const isDomain = (object: Maybe): object is Typed<Domain> => object?.kind === 'domain';

export const isDomainConstraint = (object: Maybe): object is Typed<DomainConstraint> =>
  object?.kind === 'domain constraint';

export const isEnum = (object: Maybe): object is Typed<Enum> => object?.kind === 'enum';
