/**
 * Returns the source of the service worker. It answers a page that the network cannot bring with the offline page, and nothing else. It
 * keeps no answer, so that nobody finds private data in the browser and no code is out of date.
 */
export function serviceWorkerSource(offlinePage: string): string {
  return `const page = ${JSON.stringify(offlinePage)};
const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(answer(event));
});
async function begin() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}
async function answer(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(page, { status: 503, headers });
  }
}
`;
}
