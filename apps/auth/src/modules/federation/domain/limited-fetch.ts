import type { CustomFetch } from 'openid-client';

const MAX_BYTES = 1_000_000;

/**
 * Fetches from an identity provider: follows no redirect, and takes no more than a megabyte. The time limit comes with
 * the request.
 */
export const limitedFetch: CustomFetch = async (url, options) => {
  const answer = await fetch(url, { ...options, redirect: 'manual' });
  if (answer.body === null) return answer;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('the identity provider answers too much');
    chunks.push(chunk);
  }
  return new Response(answer.status === 204 ? null : Buffer.concat(chunks), answer);
};
