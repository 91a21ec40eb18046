import type { ApplicationFormResolvers } from './../../types.generated';
import { formField, stepsOf } from '../form';

export const ApplicationForm: ApplicationFormResolvers = {
  steps: ({ procedure }, _arg, { language }) => stepsOf(procedure).map(({ id, label }) => ({ id, label: label[language] })),
  fields: ({ procedure }, _arg, { language }) => procedure.application.fields.map((field) => formField(procedure, field, language)),
  categories: ({ procedure }, _arg, { language }) =>
    procedure.categories.map(({ id, label, offered }) => ({ id, label: label[language], offered })),
  // Only positions that have a portfolio form can be attested here.
  positions: ({ procedure }, _arg, { language }) => {
    const served = new Set(procedure.forms.flatMap((form) => form.positions));
    return procedure.positions.filter(({ id }) => served.has(id)).map(({ id, label }) => ({ id, label: label[language] }));
  },
  signedOnPaper: ({ procedure }) => procedure.application.printSignUpload === true,
  onlyTeacherSends: ({ procedure }) => procedure.application.onlyTeacherMaySubmit === true,
  cardFrozen: ({ procedure }) => procedure.application.cardFrozenOnSubmit === true,
  withdrawal: ({ procedure: { application } }) => {
    const { enabled, needsRegistration, reasonRequired } = application.withdrawal;
    return enabled ? { registered: needsRegistration, reasonRequired } : null;
  },
};
