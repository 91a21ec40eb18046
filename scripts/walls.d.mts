/** Cruises the folders below `baseDir`; says what breaks a wall and how many modules were read. */
export function checkWalls(folders?: string[], baseDir?: string): Promise<{ modules: number; violations: string[] }>;
