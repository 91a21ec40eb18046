import http from 'node:http';

/**
 * A round-robin front for several web processes, as a load balancer is in production: each request goes to the next one,
 * and one that does not accept the connection is passed over.
 */
export function startBalancer({ port, targets }) {
  let turn = 0;
  const pass = (request, response, body, tries) => {
    const target = targets[turn++ % targets.length];
    const onward = http.request(
      { host: '127.0.0.1', port: target, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onward.on('error', (error) => {
      if (error.code === 'ECONNREFUSED' && tries < 50 && !response.headersSent)
        return setTimeout(() => pass(request, response, body, tries + 1), 100);
      response.destroy();
    });
    onward.end(body);
  };
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    pass(request, response, Buffer.concat(chunks), 0);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
