import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder the command was started in. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to the environment; undefined removes a variable
 * @property {boolean} [capture] also collect what the command prints on standard output
 */

/**
 * Runs a command in the project's folder, streaming what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, stdout: string}>} code 127: the command is not there; 128 + n: ended by a signal
 */
export function run(command, args, options = {}) {
  return new Promise((settle) => {
    let stdout = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.capture ? 'pipe' : 'inherit', 'inherit'],
    });
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', () => settle({ code: 127, stdout }));
    child.on('close', (code, signal) => settle({ code: code ?? (signal ? 128 : 1), stdout }));
  });
}

/**
 * Runs npm with the same Node as this process. Inside `npm start` and `npm test` npm says where it lies; a script that
 * was started by hand takes the npm on the path, which Windows only finds through a shell.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  if (process.platform === 'win32') return run('cmd', ['/d', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}
