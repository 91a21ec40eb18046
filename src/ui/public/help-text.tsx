import Link from 'next/link';
import Markdown, { type Components } from 'react-markdown';

const parts: Components = {
  // The page has its own h1: headings of the text begin one step lower.
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ href = '', children }) =>
    href.startsWith('/') ? (
      <Link href={href}>{children}</Link>
    ) : (
      <a href={href} rel="noreferrer">
        {children}
      </a>
    ),
  // Text only: no picture of another site is loaded by a help page.
  img: ({ alt }) => <>{alt}</>,
};

/** The Markdown of a procedure's page. Raw HTML in it is shown as text. */
export function HelpText({ text }: { text: string }) {
  return <Markdown components={parts}>{text}</Markdown>;
}
