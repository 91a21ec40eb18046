import type { Procedure } from '../../src/domain/procedure/shape';

export interface ApplicationFormMapper {
  procedure: Procedure;
}
