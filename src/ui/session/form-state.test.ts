import { describe, expect, it } from 'vitest';
import { RequestFailed, SessionEnded } from '@/ui/request';
import { notSent } from './form-state';

describe('a press that was not answered', () => {
  const values = { email: 'a@example.org' };
  it('says so, keeps what was typed and is never done', () =>
    expect(notSent(new RequestFailed(null), values, 'Связи нет.')).toEqual({ errors: [{ message: 'Связи нет.' }], values }));
  it('says nothing of its own where the session ended', () =>
    expect(notSent(new SessionEnded(), values, 'Связи нет.')).toEqual({ errors: [], values }));
});
