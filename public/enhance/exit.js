// "Exit this page" with JavaScript: the page is emptied at once, before any answer has come over a
// slow line, and Back does not lead to it again. Without this file the link does the same less well.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-exit]");
  if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.title = "…";
  document.body.replaceChildren();
  location.replace(link.href);
});
