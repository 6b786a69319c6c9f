// One part of the report at a time, by the address: #findings, #facts, #sides, #sources. Without
// this they stand one below the other.

const VIEWS = ["findings", "facts", "sides", "sources"];
let view = "";

/** Show the part called `name`; `focus` moves the reader to its heading. */
function show(name, focus = false) {
  view = name;
  for (const one of VIEWS) byId(one).hidden = one !== name;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (name === "facts") matrix.draw();
  if (name === "sides") steps.open();
  if (focus) {
    // Two texts need the height of the window.
    const top = document.querySelector(".top").offsetHeight;
    window.scrollTo(0, name === "sides" ? top : Math.min(window.scrollY, top));
    byId(`${name}-head`).focus({ preventScroll: true });
  }
}

/** Go where the address points: a part, a finding, a text or a piece of one. */
function follow() {
  const name = location.hash.slice(1);
  const piece = /^p(\d+)-(\d+)$/.exec(name);
  const text = /^t(\d+)$/.exec(name);
  const finding = /^f(\d+)$/.exec(name);
  if (VIEWS.includes(name)) show(name, view !== "");
  else if (piece) panes.look(Number(piece[1]), Number(piece[2]));
  else if (text) panes.look(Number(text[1]), null);
  else if (finding) findings.reveal(Number(finding[1]) - 1);
  else show(view || "findings");
}

function startViews() {
  byId("texts").hidden = true;
  for (const one of document.querySelectorAll("[data-js]")) if (one.id !== "sides") one.hidden = false;
  for (const one of document.querySelectorAll("[data-no-js]")) one.hidden = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    // The same address again would otherwise do nothing.
    if (link && link.hash === location.hash) follow();
  });
  for (const link of document.querySelectorAll(".tally a")) {
    link.addEventListener("click", () => {
      if (link.dataset.status) matrix.filter({ status: String(DATA.statuses.indexOf(link.dataset.status)) });
      else if (findings.form) findings.filter({ severity: link.dataset.severity });
    });
  }
  window.addEventListener("hashchange", follow);
  follow();
}
