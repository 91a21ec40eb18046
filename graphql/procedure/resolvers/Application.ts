import type { ApplicationResolvers } from './../../types.generated';

export const Application: Pick<ApplicationResolvers, 'practice'> = {};
