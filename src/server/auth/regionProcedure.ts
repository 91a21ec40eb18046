import type { Procedure } from '@/domain/procedure/shape';
import type { GraphQLContext } from '../context';
import { getCurrentProcedure, getProcedure } from '../procedures';

/** The procedure of the request's region, for the words it speaks; null where no region is chosen. */
export async function spokenProcedure({ region }: Pick<GraphQLContext, 'region'>): Promise<Procedure | null> {
  return region?.currentVersionId ? getProcedure(region.currentVersionId) : null;
}

/** The procedure a region works by now, for its words and its rules of accounts. The region of the request is known already. */
export async function procedureOf(context: Pick<GraphQLContext, 'region'>, regionId: string): Promise<Procedure> {
  const { region } = context;
  if (region?.id === regionId && region.currentVersionId) return getProcedure(region.currentVersionId);
  return (await getCurrentProcedure(regionId)).procedure;
}
