import { attachers } from '@/domain/case/acts';
import { FILE_SHOWN, isIn } from '@/domain/case/groups';
import { shownExtensions } from '@/domain/fileKinds';
import { formFor } from '@/domain/procedure/document';
import { CASE_PAPERS } from '@/domain/procedure/vocabulary';
import { getViewer } from '@/server/context';
import { groupBy, perRequest } from '@/server/perRequest';
import { prisma } from '@/server/prisma';
import { getProcedure } from '@/server/procedures';
import { mayReadFile } from '@/server/reading';
import { maySee, visibleFiles } from '@/server/visibility';
import type { ApplicationResolvers } from './../../types.generated';
import { paperLabel, paperLimits, paperProblems } from '../papers';
import { findPortfolios } from '../portfolio.sql';

/** Papers that were taken in, earlier ones too, and those under way. */
const portfolioOf = perRequest((_context, ids) => findPortfolios(ids));
const papersOf = perRequest(async (context, ids) => {
  const where = { AND: [visibleFiles(getViewer(context)), { applicationId: { in: [...ids] }, paper: { not: null } }] };
  const files = await prisma.evidenceFile.findMany({ where, orderBy: { id: 'desc' } });
  return groupBy(ids, files, (file) => file.applicationId);
});

export const Application: Pick<ApplicationResolvers, 'papers' | 'portfolio'> = {
  portfolio: async (application, _arg, context) => {
    const [procedure, found] = await Promise.all([getProcedure(application.procedureVersionId), portfolioOf(context, application.id)]);
    return found && { application, procedure, form: formFor(procedure, application.positionId), ...found };
  },
  papers: async ({ id }, _arg, context) => {
    const viewer = getViewer(context);
    const [found, files] = await Promise.all([context.loaders.case.load(id), papersOf(context, id)]);
    if (!found) return [];
    const { maxBytes, extensions } = paperLimits(found.procedure);
    const mayNameExperts = maySee(viewer, 'expert_name');
    const papers = CASE_PAPERS.map((paper) => {
      // What is under way or was refused is its uploader's own affair.
      const shown = files.filter((f) => f.paper === paper && isIn(f.status, FILE_SHOWN) && mayReadFile(viewer, found, f));
      const named = mayNameExperts || !attachers(found.procedure, paper).includes('EXPERT');
      return {
        paper,
        label: paperLabel(found.procedure, paper, context.language),
        files: shown,
        attachedById: (named && shown.find((file) => file.status === 'STORED')?.uploadedById) || null,
        canAttach: paperProblems(found, paper, viewer).length === 0,
        maxBytes,
        extensions: shownExtensions(extensions),
      };
    });
    return papers.filter((paper) => paper.canAttach || paper.files.some((file) => file.status === 'STORED'));
  },
};
