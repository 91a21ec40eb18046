/** Bounds of an archive that every region shares; the size of a file and its kinds are the procedure's. */
export const ARCHIVE_MAX_ENTRIES = 200;
export const ARCHIVE_MAX_UNPACKED = 50 * 1024 * 1024;
