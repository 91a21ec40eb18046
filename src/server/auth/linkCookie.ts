/** Ten minutes: the session that asked to be joined to the identity that comes back from the provider. */
export const LINK_COOKIE = 'link-identity';
