import type { ProcedureVersionResolvers } from './../../types.generated';
import { drawingOf } from '../drawing';

export const ProcedureVersion: Pick<ProcedureVersionResolvers, 'diagram'> = {
  diagram: ({ row, procedure }, _arg, { language }) => drawingOf(row, procedure, language),
};
