// A link of the old blog ends in #comment-123. Where that comment stands on another page of the
// thread, the server knows which; without this file such a link leads to the thread's beginning.
const number = /^#comment-(\d{1,12})$/.exec(location.hash)?.[1];
const slug = /^\/essays\/([^/]+)$/.exec(location.pathname)?.[1];
if (number && slug && !document.getElementById(`comment-${number}`)) {
  location.replace(`/essays/${slug}/old/${number}`);
}
