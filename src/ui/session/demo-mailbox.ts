/** The page of the demo's mailbox, where letters are looked at; null outside a demo. */
export const demoMailbox = (): string | null => (process.env.DEMO === '1' ? (process.env.MAILBOX_URL ?? null) : null);
