import { pagesOf } from '@/server/pages';
import type { QueryResolvers } from './../../../types.generated';

export const procedurePage: NonNullable<QueryResolvers['procedurePage']> = async (_parent, { name }, { region, language }) =>
  region ? ((await pagesOf(region, language)).find((page) => page.name === name) ?? null) : null;
