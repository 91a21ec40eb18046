import net from 'node:net';

/** A mail server that tests stop, slow down and make refuse; it speaks as much SMTP as a sender needs. */
export class TestMailServer {
  /** The letters that were accepted, as they came. */
  readonly letters: string[] = [];
  /** How long it thinks before it accepts a letter. */
  delayMs = 0;
  /** Takes the call and says nothing, as a server does that is wedged. */
  silent = false;
  /** Addresses it knows nobody at. */
  readonly unknown = new Set<string>();
  private server: net.Server | null = null;
  private readonly sockets = new Set<net.Socket>();
  port = 0;

  /** Begins to listen, on the same port as before. */
  async start(): Promise<void> {
    const server = net.createServer((socket) => this.talk(socket));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as net.AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
    this.server = null;
  }

  private talk(socket: net.Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
    let text = '';
    let inLetter = false;
    if (this.silent) return;
    say('220 test');
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      for (let end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n'); end >= 0; end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n')) {
        const said = text.slice(0, end);
        text = text.slice(end + (inLetter ? 5 : 2));
        if (inLetter) {
          inLetter = false;
          setTimeout(() => {
            this.letters.push(said);
            say(`250 queued as ${this.letters.length}`);
          }, this.delayMs);
        } else inLetter = this.answer(said, say);
      }
    });
  }

  /** Answers one command; true when a letter follows. */
  private answer(command: string, say: (line: string) => unknown): boolean {
    const verb = command.slice(0, 4).toUpperCase();
    if (verb === 'DATA') say('354 go on');
    else if (verb === 'RCPT' && [...this.unknown].some((address) => command.includes(address))) say('550 nobody here');
    else say(verb === 'QUIT' ? '221 bye' : '250 ok');
    return verb === 'DATA';
  }
}

/** A header of a letter. */
export const headerOf = (letter: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.+(?:\\r\\n[ \\t].+)*)$`, 'im').exec(letter)?.[1]?.replace(/\r\n[ \t]/g, ' ');

/** The text of a letter as people read it. */
export function textOf(letter: string): string {
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4);
  const encoding = headerOf(letter, 'Content-Transfer-Encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
