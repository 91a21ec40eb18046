import type { Role } from '@/domain/procedure/vocabulary';
import {
  RemoveEvidenceEntryDocument,
  RestoreEvidenceEntryDocument,
  SaveEvidenceEntryDocument,
  type SaveEvidenceEntryInput,
} from '@/gql/graphql';
import { dataOf, run, type Teacher } from './portfolio.fixture';

type Given = Omit<SaveEvidenceEntryInput, 'applicationId'>;

/** Saves an entry as the constructor does. */
export const save = async (teacher: Teacher, given: Given, role: Role = 'TEACHER') =>
  dataOf(await run(teacher, SaveEvidenceEntryDocument, { input: { applicationId: teacher.application.id, ...given } }, role))
    .saveEvidenceEntry;
export const removeEntry = async (teacher: Teacher, id: string) =>
  dataOf(await run(teacher, RemoveEvidenceEntryDocument, { id })).removeEvidenceEntry;
export const restoreEntry = async (teacher: Teacher, id: string) =>
  dataOf(await run(teacher, RestoreEvidenceEntryDocument, { id })).restoreEvidenceEntry;
