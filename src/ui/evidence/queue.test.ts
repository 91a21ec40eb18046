import { describe, expect, it } from 'vitest';
import { createUploadQueue, type Grant, type Refusal, type UploadIo } from './queue';

const PLACE = { applicationId: 'a', indicatorId: 'i', maxBytes: 100 };
const fileOf = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error('never happened');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

function world(over: Partial<UploadIo> = {}) {
  const log: string[] = [];
  let made = 0;
  const io: UploadIo = {
    digest: async () => 'f'.repeat(64),
    now: () => 0,
    create: async (upload, sha256): Promise<Grant> => {
      made += 1;
      log.push(`create ${upload.file.name} ${sha256.slice(0, 1)}`);
      return { fileId: `f${made}`, url: '', fields: [], expiresAt: 1 };
    },
    post: async (grant) => {
      log.push(`post ${grant.fileId}`);
      return 204;
    },
    complete: async (id) => {
      log.push(`complete ${id}`);
      return [];
    },
    cancel: async (id) => void log.push(`cancel ${id}`),
    troubleOf: () => 'network',
    untilRetry: async () => undefined,
    ...over,
  };
  const queue = createUploadQueue(io);
  return { queue, log, states: () => queue.snapshot().map((u) => u.state.kind) };
}

describe('the queue of uploads', () => {
  it('claims, posts, completes', async () => {
    const { queue, log, states } = world();
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'stored');
    expect(log).toEqual(['create a.pdf f', 'post f1', 'complete f1']);
    queue.forget(new Set(['f1']));
    expect(queue.snapshot()).toEqual([]);
  });

  it('sends two at a time and all in the end', async () => {
    let open = 0;
    let most = 0;
    const { queue, states } = world({
      post: async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 2));
        open -= 1;
        return 204;
      },
    });
    queue.add(
      PLACE,
      Array.from({ length: 7 }, (_, k) => fileOf(`${k}.pdf`)),
    );
    expect(queue.isBusy()).toBe(true);
    await until(() => states().every((kind) => kind === 'stored'));
    expect(most).toBe(2);
    expect(queue.isBusy()).toBe(false);
  });

  it('does not read a file that is too large or empty: the server refuses it by its size', async () => {
    const refusals = [{ code: 'FILE_TOO_LARGE', message: 'слишком большой' }];
    const digests: string[] = [];
    const { queue, states } = world({
      digest: async () => {
        throw new Error('read');
      },
      create: async (_upload, sha256) => {
        digests.push(sha256);
        return { refusals };
      },
    });
    queue.add(PLACE, [fileOf('big.pdf', 101), fileOf('empty.pdf', 0)]);
    await until(() => states().every((kind) => kind === 'refused'));
    expect(digests).toEqual(['0'.repeat(64), '0'.repeat(64)]);
    expect(queue.snapshot()[0]?.state).toEqual({ kind: 'refused', message: 'слишком большой' });
  });

  it('says when a file cannot be read on this computer', async () => {
    const { queue, states } = world({ digest: () => Promise.reject(new Error('gone')) });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'refused');
    expect(queue.snapshot()[0]?.state).toEqual({ kind: 'refused', message: null });
  });

  it('keeps a file while the network is away, lets others go, and sends it again', async () => {
    let away = true;
    let again: () => void = () => undefined;
    const { queue, log, states } = world({
      post: async (grant) => {
        if (away && grant.fileId === 'f1') throw new Error('network');
        return 204;
      },
      untilRetry: () => new Promise((resolve) => (again = resolve)),
    });
    queue.add(PLACE, [fileOf('a.pdf'), fileOf('b.pdf'), fileOf('c.pdf')]);
    await until(() => states().join() === 'waiting,stored,stored');
    expect(queue.isBusy()).toBe(true);
    away = false;
    again();
    await until(() => states()[0] === 'stored');
    expect(log.filter((line) => line.startsWith('create a.pdf'))).toHaveLength(1);
  });

  it('waits for the session and goes on where it stopped', async () => {
    let ended = true;
    let renewed: () => void = () => undefined;
    const { queue, log, states } = world({
      complete: async (id) => {
        if (ended) throw new Error('session');
        log.push(`complete ${id}`);
        return [];
      },
      troubleOf: () => 'session',
      untilRetry: () => new Promise((resolve) => (renewed = resolve)),
    });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'waiting');
    expect(queue.snapshot()[0]?.state).toEqual({ kind: 'waiting', reason: 'session' });
    ended = false;
    renewed();
    await until(() => states()[0] === 'stored');
    expect(log).toEqual(['create a.pdf f', 'post f1', 'complete f1']);
  });

  it('tries a waiting file at once when asked', async () => {
    let away = true;
    const { queue, states } = world({
      create: async () => {
        if (away) throw new Error('network');
        return { fileId: 'f1', url: '', fields: [], expiresAt: 1 };
      },
      untilRetry: () => new Promise(() => undefined),
    });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'waiting');
    away = false;
    queue.hurry('u1');
    await until(() => states()[0] === 'stored');
  });

  it.each([403, 400])('asks for a new policy when the store answers %i, and gives up after a few', async (status) => {
    const { queue, log, states } = world({ post: async () => status });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'refused');
    expect(log.filter((line) => line.startsWith('create'))).toHaveLength(4);
    expect(log).toContain('cancel f1');
  });

  it('takes a store that fails for a trouble that passes', async () => {
    let tries = 0;
    const { queue, states } = world({
      post: async () => {
        tries += 1;
        return tries < 3 ? 503 : 204;
      },
    });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'stored');
    expect(tries).toBe(3);
  });

  it('tells the server’s refusal', async () => {
    const refusals: Refusal[] = [{ code: 'FILE_ENCRYPTED', message: 'закрыт паролем' }];
    const { queue, log, states } = world({ complete: async () => refusals });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => states()[0] === 'refused');
    expect(queue.snapshot()[0]?.state).toEqual({ kind: 'refused', message: 'закрыт паролем' });
    queue.cancel('u1');
    expect(queue.snapshot()).toEqual([]);
    expect(log).toContain('cancel f1');
  });

  it('given up while it is sent: the sending stops and the record goes', async () => {
    const { queue, log, states } = world({
      post: (_grant, _file, _progress, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up')))),
    });
    queue.add(PLACE, [fileOf('a.pdf'), fileOf('b.pdf'), fileOf('c.pdf')]);
    await until(() => states().join() === 'uploading,uploading,queued');
    queue.cancel('u1');
    await until(() => states().join() === 'uploading,uploading');
    expect(log).toContain('cancel f1');
  });

  it('given up while the record is made: the record goes', async () => {
    let made: (grant: Grant) => void = () => undefined;
    const { queue, log } = world({ create: () => new Promise((resolve) => (made = resolve)) });
    queue.add(PLACE, [fileOf('a.pdf')]);
    await until(() => queue.snapshot().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    queue.cancel('u1');
    made({ fileId: 'f9', url: '', fields: [], expiresAt: 1 });
    await until(() => log.includes('cancel f9'));
  });
});
