import { createServer } from 'node:net';

/** @returns {Promise<number>} a port of this machine that nobody listens on at this moment */
export function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? settle(address.port) : fail(new Error('no port')),
      );
    });
  });
}
