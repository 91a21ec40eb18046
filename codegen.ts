import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = { DateTime: 'string', LocalDate: 'string', UUID: 'string', JSON: 'unknown' };

const config: CodegenConfig = {
  schema: 'graphql/*/schema.graphql',
  generates: {
    'graphql/': defineConfig({
      resolverGeneration: 'minimal',
      tsConfigFilePath: './tsconfig.json',
      scalarsOverrides: {
        DateTime: { type: { input: 'Date', output: 'Date' } },
        LocalDate: { type: 'string' },
        UUID: { type: 'string' },
        JSON: { type: 'unknown' },
      },
      typesPluginsConfig: {
        contextType: '../src/server/context#GraphQLContext',
        enumsAsTypes: true,
        defaultScalarType: 'unknown',
      },
    }),
    'graphql/schema.graphql': { plugins: ['schema-ast'] },
    'src/gql/': {
      documents: ['src/app/**/*.graphql', 'src/ui/**/*.graphql'],
      preset: 'client',
      presetConfig: { persistedDocuments: true, fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true, scalars, defaultScalarType: 'unknown' },
    },
  },
};
export default config;
