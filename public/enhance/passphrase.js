// Lets people see what they type into a field for a passphrase. Without this file the box is not shown.
for (const line of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(line.dataset.shows);
  const box = line.querySelector("input");
  line.hidden = false;
  box.checked = false;
  box.addEventListener("change", () => {
    field.type = box.checked ? "text" : "password";
  });
  // Browsers remember what was typed into plain fields; this one is not sent as such.
  field.form.addEventListener("submit", () => {
    field.type = "password";
  });
}
