import Markdown, { type Components } from 'react-markdown';
import { Link } from '@/ui/kit/link';
import { Card } from '../kit/card';
import { DataTable } from '../kit/data-table';
import { blocksOf } from './blocks';

const partsFor = (opens: (path: string) => boolean): Components => ({
  // The page has its own h1: headings of the text begin one step lower.
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ href = '', children }) =>
    href.startsWith('/') ? (
      opens(href) ? (
        <Link href={href}>{children}</Link>
      ) : (
        <>{children}</>
      )
    ) : (
      <a href={href} rel="noreferrer">
        {children}
      </a>
    ),
  // Text only: no picture of another site is loaded by a help page.
  img: ({ alt }) => <>{alt}</>,
});

interface HelpTextProps {
  title: string;
  text: string;
  /** Whether the reader can open a screen of this site; what he cannot open is text, no link that ends nowhere. */
  opens: (path: string) => boolean;
}

/** The Markdown of a procedure's page. Raw HTML in it is shown as text. */
export function HelpText({ title, text, opens }: HelpTextProps) {
  const parts = partsFor(opens);
  return blocksOf(text).map((block) =>
    'text' in block ? (
      <Markdown key={block.text} components={parts}>
        {block.text}
      </Markdown>
    ) : (
      <Card key={block.rows.join()} pad={false}>
        <DataTable
          caption={title}
          captionHidden
          columns={block.head.map((head, k) => ({ key: head, head, lead: k === 0, cell: (row: string[]) => row[k] }))}
          rows={block.rows}
          rowKey={(row) => row.join()}
        />
      </Card>
    ),
  );
}
