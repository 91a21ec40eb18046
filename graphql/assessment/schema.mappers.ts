import type { AssignmentRow } from './assignments';

export type ExpertAssignmentMapper = AssignmentRow;
