import { compareVersions } from '@/procedures/versions';
import { getViewerAs } from '@/server/context';
import type { QueryResolvers } from './../../../types.generated';
import { findVersions } from '../../versions';

export const procedures: NonNullable<QueryResolvers['procedures']> = async (_parent, { allRegions }, context) => {
  const { regionId } = getViewerAs(context, 'ADMINISTRATOR');
  const found = await findVersions(allRegions ? {} : { regionId });
  const own = (row: { regionId: string }) => Number(row.regionId === regionId);
  return found.sort(
    ({ row: a }, { row: b }) => own(b) - own(a) || a.region.slug.localeCompare(b.region.slug) || compareVersions(b.version, a.version),
  );
};
