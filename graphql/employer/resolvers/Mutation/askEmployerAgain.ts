
        import type   { MutationResolvers } from './../../../types.generated';
        export const askEmployerAgain: NonNullable<MutationResolvers['askEmployerAgain']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.askEmployerAgain resolver logic here */ };