/** The import walls of the house: who may reach what. Tests and generated code stand outside them. */
const tests = '\\.(test|spec|fixture|table)\\.tsx?$';
const generated = '^src/(generated|gql)/|\\.generated\\.';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Rules import rules only, and two libraries without I/O: zod and temporal-polyfill.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: [tests, '^src/domain/testing/'] },
      to: { pathNot: ['^src/domain/', '(^|/)node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'screens-reach-the-server-by-its-door',
      comment: 'Screens and parts reach the server through src/server/api.ts and src/server/session.ts only.',
      severity: 'error',
      from: { path: '^src/(app|ui)/', pathNot: [tests, '^src/app/api/'] },
      to: { path: '^(src/server/|graphql/|prisma/|src/generated/)', pathNot: '^src/server/(api|session)\\.ts$' },
    },
    {
      name: 'roles-are-strangers',
      comment: 'No role imports another; what two share moves to src/ui/<noun>/.',
      severity: 'error',
      from: { path: '^src/app/(teacher|school|coordinator|operator|expert|commission|admin)/', pathNot: tests },
      to: { path: '^src/app/(teacher|school|coordinator|operator|expert|commission|admin)/', pathNot: '^src/app/$1/' },
    },
    {
      name: 'no-page-is-fetched-unasked',
      comment: 'A page that is read leaves its line: links are src/ui/kit/link.tsx, which fetches nothing before it is pressed.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ui/kit/link\\.tsx$' },
      to: { path: '(^|/)node_modules/next/link\\.js$' },
    },
    {
      name: 'shared-parts-know-no-screen',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: tests },
      to: { path: '^src/app/' },
    },
    {
      name: 'server-knows-no-screen',
      severity: 'error',
      from: { path: '^(src/server|graphql|src/procedures)/', pathNot: tests },
      to: { path: '^src/(app|ui)/', pathNot: '\\.graphql$' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(src|graphql)/', pathNot: [tests, '(^|/)testing/'] },
      to: { path: [tests, '^src/(domain/)?testing/', '^e2e/'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: generated },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
