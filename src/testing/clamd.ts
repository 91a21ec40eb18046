import { createServer, type Socket } from 'node:net';

/** A listener that speaks clamd's protocol as clamd(8) tells it, or answers as it is told; remembers the bytes it was sent. */
export async function listenAsClamd(behave: (socket: Socket, stream: Buffer) => void, at?: string) {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    let told = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      told = Buffer.concat([told, part]);
      const command = 'zINSTREAM\0';
      if (told.toString('latin1', 0, command.length) !== command) return;
      const chunks: Buffer[] = [];
      for (let from = command.length; from + 4 <= told.length; ) {
        const size = told.readUInt32BE(from);
        if (size === 0) {
          received.push(Buffer.concat(chunks));
          behave(socket, Buffer.concat(chunks));
          return;
        }
        chunks.push(told.subarray(from + 4, from + 4 + size));
        from += 4 + size;
      }
    });
  });
  await new Promise<void>((resolve) => (at ? server.listen(at, resolve) : server.listen(0, '127.0.0.1', resolve)));
  const address = server.address();
  const url = typeof address === 'object' && address ? `tcp://127.0.0.1:${address.port}` : `unix://${at}`;
  return { url, received, close: () => void server.close() };
}
