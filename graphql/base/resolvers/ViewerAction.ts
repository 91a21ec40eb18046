import type { ViewerActionResolvers } from './../../types.generated';

export const ViewerAction: ViewerActionResolvers = {
  open: ({ problems }) => problems.length === 0,
  closedBy: ({ problems }) => problems,
  final: ({ final }) => final ?? false,
};
