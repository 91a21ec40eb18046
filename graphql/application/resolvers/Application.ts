import type   { ApplicationResolvers } from './../../types.generated';
    /*
    * Note: This object type is generated because "ApplicationMapper" is declared. This is to ensure runtime safety.
    *
    * When a mapper is used, it is possible to hit runtime errors in some scenarios:
    * - given a field name, the schema type's field type does not match mapper's field type
    * - or a schema type's field does not exist in the mapper's fields
    *
    * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
    */
export const Application: Pick<ApplicationResolvers, 'admittedAt'|'answers'|'caseLine'|'category'|'createdAt'|'deadlines'|'firstName'|'form'|'fullName'|'id'|'lastName'|'number'|'organisation'|'patronymic'|'position'|'procedureVersion'|'reason'|'refusalReasons'|'registeredAt'|'returnReasons'|'status'|'statusChangedAt'|'statusLabel'|'statusTone'|'submitProblems'|'submittedAt'|'timeline'|'updatedAt'|'values'|'viewerActions'|'whoseMove'|'withdrawal'> = {
    /* Implement Application resolver logic here */
    answers: async (_parent, _arg, _ctx) => { /* Application.answers resolver is required because Application.answers exists but ApplicationMapper.answers does not */ },
    caseLine: async (_parent, _arg, _ctx) => { /* Application.caseLine resolver is required because Application.caseLine exists but ApplicationMapper.caseLine does not */ },
    category: async (_parent, _arg, _ctx) => { /* Application.category resolver is required because Application.category exists but ApplicationMapper.category does not */ },
    deadlines: async (_parent, _arg, _ctx) => { /* Application.deadlines resolver is required because Application.deadlines exists but ApplicationMapper.deadlines does not */ },
    form: async (_parent, _arg, _ctx) => { /* Application.form resolver is required because Application.form exists but ApplicationMapper.form does not */ },
    fullName: async (_parent, _arg, _ctx) => { /* Application.fullName resolver is required because Application.fullName exists but ApplicationMapper.fullName does not */ },
    organisation: async (_parent, _arg, _ctx) => { /* Application.organisation resolver is required because Application.organisation exists but ApplicationMapper.organisation does not */ },
    position: async (_parent, _arg, _ctx) => { /* Application.position resolver is required because Application.position exists but ApplicationMapper.position does not */ },
    procedureVersion: async (_parent, _arg, _ctx) => { /* Application.procedureVersion resolver is required because Application.procedureVersion exists but ApplicationMapper.procedureVersion does not */ },
    reason: async (_parent, _arg, _ctx) => { /* Application.reason resolver is required because Application.reason exists but ApplicationMapper.reason does not */ },
    refusalReasons: async (_parent, _arg, _ctx) => { /* Application.refusalReasons resolver is required because Application.refusalReasons exists but ApplicationMapper.refusalReasons does not */ },
    returnReasons: async (_parent, _arg, _ctx) => { /* Application.returnReasons resolver is required because Application.returnReasons exists but ApplicationMapper.returnReasons does not */ },
    status: ({ status }, _arg, _ctx) => {
                        /* Application.status resolver is required because Application.status and ApplicationMapper.status are not compatible */
                        return status
                      },
    statusLabel: async (_parent, _arg, _ctx) => { /* Application.statusLabel resolver is required because Application.statusLabel exists but ApplicationMapper.statusLabel does not */ },
    statusTone: async (_parent, _arg, _ctx) => { /* Application.statusTone resolver is required because Application.statusTone exists but ApplicationMapper.statusTone does not */ },
    submitProblems: async (_parent, _arg, _ctx) => { /* Application.submitProblems resolver is required because Application.submitProblems exists but ApplicationMapper.submitProblems does not */ },
    timeline: async (_parent, _arg, _ctx) => { /* Application.timeline resolver is required because Application.timeline exists but ApplicationMapper.timeline does not */ },
    viewerActions: async (_parent, _arg, _ctx) => { /* Application.viewerActions resolver is required because Application.viewerActions exists but ApplicationMapper.viewerActions does not */ },
    whoseMove: async (_parent, _arg, _ctx) => { /* Application.whoseMove resolver is required because Application.whoseMove exists but ApplicationMapper.whoseMove does not */ },
    withdrawal: async (_parent, _arg, _ctx) => { /* Application.withdrawal resolver is required because Application.withdrawal exists but ApplicationMapper.withdrawal does not */ }
};