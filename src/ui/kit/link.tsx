import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link to another page of ours. Nothing is fetched before it is pressed: a page that is read leaves its line in the trail, so the server gives no guesses. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
