import { z } from 'zod';
import { formShape } from '@/domain/procedure/formShape';
import { lettersShape } from '@/domain/procedure/letterShape';
import { reasonsShape } from '@/domain/procedure/reasonsShape';
import { procedureFileShape } from '@/domain/procedure/shape';

/** Of procedure.yaml the schema that new versions are written in. */
const SHAPES = { procedure: procedureFileShape, form: formShape, letters: lettersShape, reasons: reasonsShape } as const;

/** The JSON Schema of each file of a procedure by its name, made from the shapes that loading checks; an editor completes and warns by it. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
      return [`${name}.schema.json`, `${JSON.stringify({ title: `A procedure's ${name} file`, ...schema }, null, 2)}\n`];
    }),
  );
}
