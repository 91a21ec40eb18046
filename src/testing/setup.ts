import { useTestDatabase } from './database';

await useTestDatabase();
