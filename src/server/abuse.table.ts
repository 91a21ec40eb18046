/** What somebody may send to the API to hinder it, to learn from it, or to act for another; each must be answered as it says. */
export interface Abuse {
  group: string;
  what: string;
  method?: string;
  headers?: Record<string, string>;
  /** Sent as it is when it is a text or bytes, else as JSON. */
  body?: unknown;
  status: number;
  /** Codes of the errors; none: it is answered with data, cheaply. */
  code?: string;
}

const many = (count: number, one: (n: number) => string, glue = ' ') => Array.from({ length: count }, (_, n) => one(n)).join(glue);
const nested = (levels: number, open: string, inner: string, close: string) => open.repeat(levels) + inner + close.repeat(levels);
const query = (text: string, variables?: unknown) => ({ query: text, ...(variables !== undefined && { variables }) });
const RESET = 'mutation ($l: String!) { requestPasswordReset(login: $l) { problems { code } } }';
const rich = '{ edges { node { fullName answers { label } assignments { id } timeline(first: 50) { id text at kind actorLabel } } } }';
const sha256Hash = 'a'.repeat(64);

const DEPTH: Abuse[] = [
  {
    what: 'levels',
    body: query(`{ applications { edges { node ${nested(6, '{ withdrawal { application ', '{ id }', '} }')} } } }`),
    code: 'QUERY_TOO_DEEP',
  },
  {
    what: 'levels in fragments',
    body: query(
      `{ applications { edges { node { ...f0 } } } } ${many(5, (n) => `fragment f${n} on Application { withdrawal { application { ...f${n + 1} } } }`)} fragment f5 on Application { id }`,
    ),
    code: 'QUERY_TOO_DEEP',
  },
  { what: 'a fragment in itself', body: query('{ ...f } fragment f on Query { ...f }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  {
    what: 'levels of introspection',
    body: query(`{ __schema { types ${nested(12, '{ ofType ', '{ name }', '}')} } }`),
    code: 'QUERY_TOO_DEEP',
  },
  { what: 'nameless fragments in one another', body: query(nested(400, '{ ... ', '{ viewer { id } }', '}')), code: 'QUERY_TOO_COSTLY' },
  {
    what: 'lists in one another',
    body: query(`{ schedule(periodId: ${nested(900, '[', '', ']')}) { edition } }`),
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
].map((one) => ({ group: 'depth', status: 200, ...one }));

const BREADTH: Abuse[] = [
  { what: 'more than 2,000 words', body: query(`{ ${'viewer { id } '.repeat(700)} }`), code: 'GRAPHQL_PARSE_FAILED' },
  { what: 'one field 450 times', body: query(`{ ${'viewer { id } '.repeat(450)} }`), code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: '90 kB of commas', body: query(`{ viewer { id ${','.repeat(90_000)} } }`) },
  { what: '90 kB of remarks', body: query(`{ viewer { id } } #${'x'.repeat(90_000)}`) },
  { what: 'a large page of much', body: query(`{ applications(first: 100) ${rich} }`), code: 'QUERY_TOO_COSTLY' },
  {
    what: 'a large page by a variable',
    body: query(`query ($n: Int) { applications(first: $n) ${rich} }`, { n: 100 }),
    code: 'QUERY_TOO_COSTLY',
  },
  { what: 'a large page by default', body: query(`query ($n: Int = 100) { applications(first: $n) ${rich} }`), code: 'QUERY_TOO_COSTLY' },
  {
    what: 'pages that nobody gave a size',
    body: query(`{ ${many(6, (n) => `a${n}: applications ${rich.replace('(first: 50)', '')}`)} }`),
    code: 'QUERY_TOO_COSTLY',
  },
  {
    what: 'pages of no size',
    body: query(`{ ${many(6, (n) => `a${n}: applications(first: null) ${rich.replace('first: 50', 'first: null')}`)} }`),
    code: 'QUERY_TOO_COSTLY',
  },
  {
    what: 'one directive 200 times',
    body: query(`{ viewer { id ${'@skip(if: false) '.repeat(200)} } }`),
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
].map((one) => ({ group: 'breadth', status: 200, ...one }));

const ALIASES: Abuse[] = [
  { what: '20 aliases', body: query(`{ ${many(20, (n) => `a${n}: viewer { id }`)} }`) },
  { what: '21 aliases', body: query(`{ ${many(21, (n) => `a${n}: viewer { id }`)} }`), code: 'QUERY_TOO_MANY_ALIASES' },
  { what: '101 aliases of __typename', body: query(`{ ${many(101, (n) => `a${n}: __typename`)} }`), code: 'QUERY_TOO_MANY_ALIASES' },
  {
    what: '21 aliases named __typename',
    body: query(`{ ${many(21, (n) => `viewer { __typename: id x${n}: id }`)} }`),
    code: 'QUERY_TOO_MANY_ALIASES',
  },
  {
    what: 'aliases in a fragment that is used three times',
    body: query(`{ viewer { ...f } b: viewer { ...f } c: viewer { ...f } } fragment f on Viewer { ${many(8, (n) => `a${n}: id`)} }`),
    code: 'QUERY_TOO_MANY_ALIASES',
  },
  {
    what: '21 attempts in one',
    body: query(`mutation ($l: String!) { ${many(21, (n) => `a${n}: requestPasswordReset(login: $l) { problems { code } }`)} }`, {
      l: 'x',
    }),
    code: 'QUERY_TOO_MANY_ALIASES',
  },
].map((one) => ({ group: 'aliases', status: 200, ...one }));

const BATCHES: Abuse[] = [
  { what: 'two queries', body: [query('{ viewer { id } }'), query('{ viewer { id } }')] },
  { what: 'no query', body: [] },
  { what: '1,000 queries', body: Array.from({ length: 1000 }, () => query('{ viewer { id } }')) },
].map((one) => ({ group: 'batches', status: 400, code: 'BAD_REQUEST', ...one }));

const BODIES: Abuse[] = [
  { what: 'over 100 kB', body: query('{ viewer { id } }', { x: 'x'.repeat(110_000) }), status: 413, code: 'BODY_TOO_LARGE' },
  { what: 'nothing', body: '' },
  { what: 'no JSON', body: '{ not json' },
  { what: 'null', body: 'null' },
  { what: 'a text', body: '"{ viewer { id } }"' },
  { what: 'a number', body: '1e400' },
  { what: '45,000 lists in one another', body: nested(45_000, '[', '', ']') },
  { what: '15,000 objects in one another', body: nested(15_000, '{"a":', '1', '}') },
  { what: 'another encoding of letters', body: Buffer.from(JSON.stringify(query('{ viewer { id } }')), 'utf16le') },
  { what: 'a packed body', headers: { 'content-encoding': 'gzip' }, body: Buffer.from('1f8b0800', 'hex') },
  { what: 'a query that is an object', body: { query: { kind: 'Document', definitions: [] } } },
  { what: 'an empty query', body: { query: '' } },
  { what: 'a prototype', body: '{"__proto__":{"query":"{ viewer { id } }"}}' },
  { what: 'extensions that are a text', body: { ...query('{ viewer { id } }'), extensions: 'x' } },
].map((one) => ({ group: 'bodies', status: 400, code: 'BAD_REQUEST', ...one }));

const FOREIGN: Abuse[] = [
  { what: 'a form of plain text', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ viewer { id } }"}' },
  { what: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={viewer{id}}' },
  { what: 'a form with files', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
  {
    what: 'a type that only names JSON',
    headers: { 'content-type': 'text/plain; application/json' },
    body: '{"query":"{ viewer { id } }"}',
  },
  { what: 'no type', headers: { 'content-type': '' }, body: '{"query":"{ viewer { id } }"}' },
].map((one) => ({ group: 'CSRF', status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', ...one }));

const METHODS: Abuse[] = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => ({
  group: 'methods',
  what: method,
  method,
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
}));

const ERRORS: Abuse[] = [
  { what: 'a name that is nearly right', body: query('{ applicatio { id } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  {
    what: 'a value of an enum that is nearly right',
    body: query('{ applications(sort: NAME_AS) { edges { cursor } } }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  { what: 'an argument that is nearly right', body: query('{ application(idd: "x") { id } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: '400 errors', body: query(`{ ${many(400, (n) => `x${n}`)} }`), code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: 'the schema', body: query('{ __schema { types { name } } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: 'one type of the schema', body: query('{ __type(name: "Account") { fields { name } } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: 'a document that does not parse', body: query('{ viewer {'), code: 'GRAPHQL_PARSE_FAILED' },
  { what: 'a subscription', body: query('subscription { viewer { id } }'), code: 'OPERATION_RESOLUTION_FAILURE' },
  { what: 'a directive of other servers', body: query('{ viewer { ... @defer { id } } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
].map((one) => ({ group: 'error text', status: 200, ...one }));

const VARIABLES: Abuse[] = [
  {
    what: '8,000 levels',
    body: `{"query":${JSON.stringify(RESET)},"variables":{"l":${nested(8_000, '[', '', ']')}}}`,
    code: 'VARIABLES_TOO_DEEP',
  },
  { what: 'another type', body: query(RESET, { l: { contains: '' } }), code: 'BAD_USER_INPUT' },
  { what: 'none where one is needed', body: query(RESET, {}), code: 'BAD_USER_INPUT' },
  {
    what: 'a number beyond the bounds',
    body: query('query ($n: Int) { applications(filter: { dueWithinDays: $n }) { edges { cursor } } }', { n: 1e12 }),
    code: 'BAD_USER_INPUT',
  },
  {
    what: '6,000 that nobody asked for',
    body: query('{ viewer { id } }', Object.fromEntries(Array.from({ length: 6_000 }, (_, n) => [`k${n}`, n]))),
  },
  { what: 'a prototype', body: `{"query":"{ viewer { id } }","variables":{"__proto__":{"admin":true}}}` },
  { what: 'characters that no database keeps', body: `{"query":${JSON.stringify(RESET)},"variables":{"l":"a\\u0000\\ud800"}}` },
  { what: 'a text', body: query('{ viewer { id } }', '{}'), status: 400, code: 'BAD_REQUEST' },
  { what: 'a list', body: query('{ viewer { id } }', [1]), status: 400, code: 'BAD_REQUEST' },
].map((one) => ({ group: 'variables', status: 200, ...one }));

const OPERATIONS: Abuse[] = [
  { what: 'an unknown one', body: { ...query('query A { viewer { id } }'), operationName: 'B' }, code: 'OPERATION_RESOLUTION_FAILURE' },
  { what: 'none of two', body: query('query A { viewer { id } } query B { viewer { id } }'), code: 'OPERATION_RESOLUTION_FAILURE' },
  {
    what: 'a name of 50 kB',
    body: { ...query('query A { viewer { id } }'), operationName: 'B'.repeat(50_000) },
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    what: 'a name that is no text',
    body: { ...query('query A { viewer { id } }'), operationName: { a: 1 } },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    what: 'a query to be kept by its hash',
    body: { ...query('{ viewer { id } }'), extensions: { persistedQuery: { version: 1, sha256Hash } } },
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
  {
    what: 'a query by its hash alone',
    body: { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
  { what: 'an unknown document', body: { documentId: sha256Hash }, status: 400, code: 'BAD_REQUEST' },
  { what: 'a document named like a property', body: { documentId: '__proto__' }, status: 400, code: 'BAD_REQUEST' },
].map((one) => ({ group: 'operations', status: 200, ...one }));

const ACCEPT: Abuse[] = [
  {
    what: 'the type of GraphQL over HTTP',
    headers: { accept: 'application/graphql-response+json' },
    body: query('{ viewer {'),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
  },
  { what: 'a web page', headers: { accept: 'text/html' }, body: query('{ viewer { id } }'), status: 406, code: 'BAD_REQUEST' },
].map((one) => ({ group: 'content types', ...one }));

export const ABUSES: Abuse[] = [
  ...DEPTH,
  ...BREADTH,
  ...ALIASES,
  ...BATCHES,
  ...BODIES,
  ...FOREIGN,
  ...METHODS,
  ...ERRORS,
  ...VARIABLES,
  ...OPERATIONS,
  ...ACCEPT,
];
