import type { Problem } from '../../src/domain/problems';

export type ProblemMapper = Problem;

/** An act of the viewer's role with what still keeps it closed. */
export interface ViewerActionMapper {
  action: string;
  problems: Problem[];
  final?: boolean;
}
