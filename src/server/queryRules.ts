import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type ValidationContext, validate, visit } from 'graphql';
import { LIMITS } from './limits';
import { storableTextRule } from './storableText';

/** Refuses with a code of its own; a rule that throws would look like a bug of ours. Introspection is counted like everything else. */
const refusing = (refusal: string, sentence: string) => ({
  ignoreIntrospection: false,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(new GraphQLError(sentence, { extensions: { refusal } }))],
});

const costRule = costLimitRule({
  maxCost: LIMITS.cost,
  objectCost: 2,
  scalarCost: 1,
  depthCostFactor: 1.3,
  ...refusing('QUERY_TOO_COSTLY', `The query asks for too much: its cost is over ${LIMITS.cost}. Ask for fewer fields or a smaller page.`),
});

/** Refuses documents that ask for too much at once. */
export const queryRules = [
  maxDepthRule({
    n: LIMITS.depth,
    flattenFragments: true,
    ...refusing('QUERY_TOO_DEEP', `The query is too deep: at most ${LIMITS.depth} levels. Ask in several queries.`),
  }),
  maxAliasesRule({
    n: LIMITS.aliases,
    allowList: [],
    ...refusing('QUERY_TOO_MANY_ALIASES', `The query has too many aliases: at most ${LIMITS.aliases}. Ask in several queries.`),
  }),
  storableTextRule,
  costRule,
];

/** The size of a page counts in the cost, also where a variable gives it: validation does not see those. */
export function refuseCostlyPages(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): void {
  const usual: Record<string, string> = {};
  const concrete = visit(document, {
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue?.kind === Kind.INT) usual[variable.name.value] = defaultValue.value;
    },
    Argument(node) {
      if (node.name.value !== 'first' || node.value.kind !== Kind.VARIABLE) return undefined;
      const { value: name } = node.value.name;
      // More than a page is refused by the field itself.
      const first = Math.min(Number(variables[name] ?? usual[name] ?? 1), LIMITS.page);
      return { ...node, value: { kind: Kind.INT, value: String(first) } };
    },
  });
  const [costly] = concrete === document ? [] : validate(schema, concrete, [costRule]);
  if (costly) throw new GraphQLError(costly.message, { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
}
