// Passages, taken from the texts as they stand in the page: their pieces are numbered.

/** The piece of a text with a number, in the page's own copy of it. */
function pieceOf(text, number) {
  return byId(`p${text}-${number}`);
}

/** A copy of part of a text without its ids; its pieces keep their numbers as data. */
function copyOf(node) {
  const copy = node.cloneNode(true);
  for (const one of copy.querySelectorAll("[id]")) {
    const piece = /^p\d+-(\d+)$/.exec(one.id);
    if (piece) one.dataset.piece = piece[1];
    one.removeAttribute("id");
  }
  return copy;
}

/** The paragraph in which pieces `first` to `last` of a text stand, with them marked. */
function passageOf(text, first, last) {
  const piece = pieceOf(text, first);
  if (!piece) return make("p", { class: "quoted" }, "(the text is not at hand)");
  const paragraph = copyOf(piece.closest("p"));
  const quoted = make("p", { class: "quoted", dir: "auto" });
  let marked = null;
  for (const node of [...paragraph.childNodes]) {
    const number = node.nodeType === 1 && node.dataset.piece ? Number(node.dataset.piece) : -1;
    const inside = number >= first && number <= last;
    if (inside && !marked) quoted.append((marked = make("mark")));
    if (!inside) marked = null;
    (inside ? marked : quoted).append(...(node.nodeType === 1 && number >= 0 ? node.childNodes : [node]));
  }
  return quoted;
}
