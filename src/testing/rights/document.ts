import { type GraphQLField, type GraphQLOutputType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';

/** Every field of a type and of its edges, so many levels deep; fields that need an argument of their own are left out. */
export function selectAll(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) throw new Error(`${named.name} is neither leaf nor object`);
  const fields = Object.values(named.getFields()).filter((field) =>
    field.args.every((arg) => arg.defaultValue !== undefined || !arg.type.toString().endsWith('!')),
  );
  const parts = fields.flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return levels > 0 ? [`${field.name} ${selectAll(field.type, levels - 1)}`] : [];
  });
  return parts.length ? `{ ${parts.join(' ')} }` : '{ __typename }';
}

/** The document of one root field with all its arguments as variables. */
export function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, selection: string): string {
  const variables = field.args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind} ${variables ? `(${variables})` : ''} { ${field.name}${args ? `(${args})` : ''} ${selection} }`;
}

/** The root fields of a schema by name. */
export const rootFields = (schema: GraphQLSchema, kind: 'query' | 'mutation'): Record<string, GraphQLField<unknown, unknown>> =>
  (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {};
