'use server';

/** The gallery has no session to end. */
export async function signOutOfGallery(): Promise<void> {}
