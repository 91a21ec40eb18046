import { openingsOfFirstSchema, shownInFirstSchema } from './firstSchema';
import { type Field, shownByType } from './intakeShape';
import type { AnyFile, Form, ProcedureFile } from './shape';

/** Reads procedure.yaml of any schema as one: after the checksum was taken, and whenever a stored document is read. */
export function normaliseFile(file: AnyFile, forms: readonly Form[]): ProcedureFile {
  if (file.schemaVersion !== 1) {
    const fields = file.application.fields.map(
      (field): Field => ({ ...field, shows: field.shows ?? shownByType(field.type) ?? 'identity' }),
    );
    return { ...file, application: { ...file.application, fields } };
  }
  const { terms, ...rest } = file;
  const fields = file.application.fields.map((field): Field => ({ ...field, shows: shownInFirstSchema(field) }));
  return {
    ...rest,
    schemaVersion: 2,
    words: terms,
    application: { ...file.application, fields },
    rights: openingsOfFirstSchema(file, forms),
  };
}
