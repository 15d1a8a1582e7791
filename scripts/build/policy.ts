/** What the built page may do, in the words of a Content-Security-Policy; the one place that says it. */
import type { Plugin } from 'vite';

/**
 * It loads its own files and nothing else, and runs no code made from text. The editor and the charts set styles on
 * elements, hence the one exception.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/** A host says it in a header, since a page cannot say it itself: only the embedded view may stand in a frame. */
export const NOT_IN_FRAMES = "frame-ancestors 'none'";

/**
 * The header for an address of the playground.
 *
 * @param url path and query of the request
 */
export function policyFor(url: string): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return query.has('embed') ? CONTENT_SECURITY_POLICY : `${CONTENT_SECURITY_POLICY}; ${NOT_IN_FRAMES}`;
}

/** In the built page itself, for hosts that set no headers, and as a header where Vite serves what it built. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    // The development server needs inline scripts.
    apply: (_, { command, isPreview }) => command === 'build' || isPreview === true,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', policyFor(request.url ?? '/'));
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Referrer-Policy', 'no-referrer');
        next();
      });
    },
  };
}
