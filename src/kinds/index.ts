// The registry of kinds, for the planner and introspection.
// Where dependencies leave the order of a plan open, the order of this list decides.

import { databaseComment, databasePrivileges, databaseSetting } from './cluster/database.ts';
import { parameterPrivileges } from './cluster/parameter-privileges.ts';
import { role, roleMembership } from './cluster/role.ts';
import { roleSetting } from './cluster/role-setting.ts';
import { conversion } from './conversion.ts';
import { baseType } from './data-types/base-type.ts';
import { cast } from './data-types/cast.ts';
import { collation } from './data-types/collation.ts';
import { composite } from './data-types/composite.ts';
import { domain, domainConstraint } from './data-types/domain.ts';
import { enumType } from './data-types/enum.ts';
import { range, rangeConstructor } from './data-types/range.ts';
import { defaultPrivileges } from './default-privileges.ts';
import { eventTrigger } from './event-trigger.ts';
import { extension } from './extensions/extension.ts';
import { extensionDependency } from './extensions/extension-dependency.ts';
import { extensionMemberPrivileges } from './extensions/extension-member-privileges.ts';
import { foreignDataWrapper, foreignServer } from './foreign/foreign-server.ts';
import { userMapping } from './foreign/user-mapping.ts';
import type { Kind } from './kind.ts';
import { accessMethod } from './operators/access-method.ts';
import { operator } from './operators/operator.ts';
import { operatorClass } from './operators/operator-class.ts';
import { familyFunction, familyOperator, operatorFamily } from './operators/operator-family.ts';
import { policy } from './policy.ts';
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
import { publication, publicationSchema, publicationTable } from './replication/publication.ts';
import { subscription } from './replication/subscription.ts';
import { aggregate } from './routines/aggregate.ts';
import { language } from './routines/language.ts';
import { procedure, routineFunction } from './routines/routine.ts';
import { transform } from './routines/transform.ts';
import { rule } from './rule.ts';
import { schema } from './schema.ts';
import { securityLabel } from './security-label.ts';
import { sequence, sequenceOwnership } from './sequence.ts';
import { statistics } from './statistics.ts';
import { textSearchConfiguration, textSearchDictionary, textSearchParser, textSearchTemplate } from './text-search.ts';

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
