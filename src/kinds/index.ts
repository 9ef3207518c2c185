// The registry. Its order is the order of kinds in a plan where nothing else decides.
import { accessMethod } from './access-method.ts';
import { aggregate } from './aggregate.ts';
import { baseType } from './base-type.ts';
import { cast } from './cast.ts';
import { collation } from './collation.ts';
import { composite } from './composite.ts';
import { conversion } from './conversion.ts';
import { databaseComment, databasePrivileges, databaseSetting } from './database.ts';
import { defaultPrivileges } from './default-privileges.ts';
import { domain, domainConstraint } from './domain.ts';
import { enumType } from './enum.ts';
import { eventTrigger } from './event-trigger.ts';
import { extension } from './extension.ts';
import { extensionDependency } from './extension-dependency.ts';
import { extensionMemberPrivileges } from './extension-member-privileges.ts';
import { foreignDataWrapper, foreignServer } from './foreign-server.ts';
import type { Kind } from './kind.ts';
import { language } from './language.ts';
import { operator } from './operator.ts';
import { operatorClass } from './operator-class.ts';
import { familyFunction, familyOperator, operatorFamily } from './operator-family.ts';
import { parameterPrivileges } from './parameter-privileges.ts';
import { policy } from './policy.ts';
import { publication, publicationSchema, publicationTable } from './publication.ts';
import { range, rangeConstructor } from './range.ts';
import { column } from './relations/column.ts';
import { constraint } from './relations/constraint.ts';
import { defaultValue } from './relations/default.ts';
import { foreignTable } from './relations/foreign-table.ts';
import { index } from './relations/index-kind.ts';
import { inheritance } from './relations/inheritance.ts';
import { table } from './relations/table.ts';
import { trigger } from './relations/trigger.ts';
import { typedTable } from './relations/typed-table.ts';
import { materializedView, view } from './relations/view.ts';
import { role, roleMembership } from './role.ts';
import { roleSetting } from './role-setting.ts';
import { procedure, routineFunction } from './routine.ts';
import { rule } from './rule.ts';
import { schema } from './schema.ts';
import { securityLabel } from './security-label.ts';
import { sequence, sequenceOwnership } from './sequence.ts';
import { statistics } from './statistics.ts';
import { subscription } from './subscription.ts';
import { textSearchConfiguration, textSearchDictionary, textSearchParser, textSearchTemplate } from './text-search.ts';
import { transform } from './transform.ts';
import { userMapping } from './user-mapping.ts';

export const KINDS: readonly Kind[] = [
  role,
  roleMembership,
  databaseComment,
  databasePrivileges,
  databaseSetting,
  roleSetting,
  parameterPrivileges,
  schema,
  extension,
  collation,
  baseType,
  enumType,
  composite,
  domain,
  domainConstraint,
  range,
  rangeConstructor,
  sequence,
  defaultPrivileges,
  routineFunction,
  procedure,
  language,
  aggregate,
  cast,
  operator,
  operatorFamily,
  familyOperator,
  familyFunction,
  operatorClass,
  textSearchParser,
  textSearchTemplate,
  textSearchDictionary,
  textSearchConfiguration,
  transform,
  conversion,
  accessMethod,
  foreignDataWrapper,
  foreignServer,
  userMapping,
  table,
  foreignTable,
  column,
  defaultValue,
  constraint,
  inheritance,
  typedTable,
  sequenceOwnership,
  index,
  statistics,
  view,
  materializedView,
  trigger,
  rule,
  policy,
  extensionDependency,
  extensionMemberPrivileges,
  eventTrigger,
  publication,
  publicationTable,
  publicationSchema,
  subscription,
  securityLabel,
];
