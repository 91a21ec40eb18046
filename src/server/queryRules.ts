import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  type ArgumentNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValidationContext,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
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

/**
 * The size of a page counts in the cost, also where a variable gives it or nothing does and the field takes its default: validation does not
 * see those.
 */
export function refuseCostlyPages(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): void {
  const usual: Record<string, unknown> = {};
  const types = new TypeInfo(schema);
  const sizeOf = (argument: ArgumentNode | undefined, usualOfField: unknown): number => {
    const value = argument?.value;
    const given =
      value?.kind === Kind.VARIABLE
        ? (variables[value.name.value] ?? usual[value.name.value])
        : value?.kind === Kind.INT
          ? value.value
          : undefined;
    // More than a page is refused by the field itself.
    return Math.min(Number(given ?? usualOfField ?? 1), LIMITS.page);
  };
  visit(document, {
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue?.kind === Kind.INT) usual[variable.name.value] = defaultValue.value;
    },
  });
  const paged = visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const first = types.getFieldDef()?.args.find(({ name }) => name === 'first');
        if (!first) return undefined;
        const size = sizeOf(
          node.arguments?.find(({ name }) => name.value === 'first'),
          first.defaultValue,
        );
        const others = (node.arguments ?? []).filter(({ name }) => name.value !== 'first');
        const argument: ArgumentNode = {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'first' },
          value: { kind: Kind.INT, value: String(size) },
        };
        return { ...node, arguments: [argument, ...others] };
      },
    }),
  );
  const [costly] = paged === document ? [] : validate(schema, paged, [costRule]);
  if (costly) throw new GraphQLError(costly.message, { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
}
