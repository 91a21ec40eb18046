/** Id of the one low-vision dialog of a page. */
export const SIGHT_DIALOG_ID = 'sight-dialog';
