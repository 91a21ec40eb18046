
        import type   { MutationResolvers } from './../../../types.generated';
        export const planMeeting: NonNullable<MutationResolvers['planMeeting']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.planMeeting resolver logic here */ };