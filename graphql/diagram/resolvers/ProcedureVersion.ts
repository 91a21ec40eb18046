import type { ProcedureVersionResolvers } from './../../types.generated';
import { drawingOf } from '../drawing';

export const ProcedureVersion: Pick<ProcedureVersionResolvers, 'diagram'> = {
  diagram: ({ procedure }, _arg, { language }) => drawingOf(procedure, language),
};
