/** Brings the database to the newest migration; answers with what was done. */
export function migrate(env: NodeJS.ProcessEnv): Promise<string>;
export function makeJobSchema(ownerUrl: string): Promise<void>;
