/**
 * Runs while the page's code is still on its way: the face of a personal link is asked for at once, which
 * saves a slow phone a round trip. vite.config.ts puts it into index.html as it is; link-page.tsx takes the answer.
 */
const token = /^\/l\/([\w-]+)$/.exec(location.pathname)?.[1];
if (token !== undefined) {
  globalThis.linkFaceAhead = fetch("/api/links/look", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  globalThis.linkFaceAhead.catch(() => undefined);
}
