import Markdown, { type Components } from 'react-markdown';
import { Link } from '@/ui/kit/link';
import { Card } from '../kit/card';
import { DataTable } from '../kit/data-table';
import { blocksOf } from './blocks';

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
export function HelpText({ title, text }: { title: string; text: string }) {
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
