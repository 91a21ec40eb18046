
        import type   { MutationResolvers } from './../../../types.generated';
        export const holdMeeting: NonNullable<MutationResolvers['holdMeeting']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.holdMeeting resolver logic here */ };