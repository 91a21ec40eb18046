import { describe, expect, it } from 'vitest';
import { publishedPages } from '@/procedures/testing/published';
import { blocksOf } from './blocks';

describe('the text of a help page', () => {
  it('is cut at its tables', () =>
    expect(blocksOf('# Terms\n\n| What | Term |\n|---|---|\n| Apply | 3 days |\n| Answer | 5 days |\n\n* A last day moves.\n')).toEqual([
      { text: '# Terms\n\n' },
      {
        head: ['What', 'Term'],
        rows: [
          ['Apply', '3 days'],
          ['Answer', '5 days'],
        ],
      },
      { text: '\n* A last day moves.\n' },
    ]));
  it('stays whole where it has none, a bar in it or not', () => {
    expect(blocksOf('one | two')).toEqual([{ text: 'one | two' }]);
    expect(blocksOf('| no rule |\n| under it |')).toEqual([{ text: '| no rule |\n| under it |' }]);
    expect(blocksOf('')).toEqual([]);
  });
  it.each(publishedPages())('leaves no bar of a table in %s', (_, text) => {
    const blocks = blocksOf(text);
    expect(blocks.filter((b) => 'text' in b && b.text.includes('|'))).toEqual([]);
    for (const b of blocks) if ('head' in b) expect(b.rows.filter((row) => row.length !== b.head.length)).toEqual([]);
  });
});
