import { describe, expect, it } from 'vitest';
import { notArrived, rowsOf } from './files';
import type { Upload, UploadState } from './queue';

const record = (id: string, status: 'PENDING' | 'STORED' | 'REJECTED') => ({ id, status });
const upload = (fileId: string | null, kind: 'uploading' | 'checking' | 'stored' | 'refused'): Upload => ({
  id: `u-${fileId}`,
  place: { applicationId: 'a', indicatorId: 'i', maxBytes: 10 },
  file: new File([], 'a.pdf'),
  replacesId: null,
  state: (kind === 'refused' ? { kind, message: null } : { kind }) as UploadState,
  fileId,
});
const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);

describe('the rows of a place', () => {
  it('show a file once: the page that still calls it pending is older than the upload that has ended', () => {
    for (const kind of ['uploading', 'checking', 'stored', 'refused'] as const) {
      const { records, onTheWay } = rowsOf([record('1', 'PENDING')], [upload('1', kind)]);
      expect([ids(records), ids(onTheWay)], kind).toEqual([[], ['u-1']]);
    }
  });

  it('show the record once the page knows it as stored', () => {
    const { records, onTheWay } = rowsOf([record('1', 'STORED')], [upload('1', 'stored')]);
    expect([ids(records), ids(onTheWay)]).toEqual([['1'], []]);
  });

  it('show what another page began', () => {
    expect(ids(rowsOf([record('1', 'PENDING')], []).records)).toEqual(['1']);
  });
});

describe('files that did not arrive', () => {
  it('are those the server refused or lost sight of, and those this window could not send', () => {
    const records = [record('1', 'STORED'), record('2', 'PENDING'), record('3', 'REJECTED'), record('4', 'PENDING')];
    expect(notArrived(records, [])).toBe(3);
    expect(notArrived(records, [upload('4', 'uploading'), upload(null, 'refused'), upload('3', 'refused')])).toBe(3);
    expect(notArrived([record('1', 'STORED')], [upload('1', 'stored')])).toBe(0);
  });
});
