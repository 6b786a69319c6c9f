// Lines between the panes, from each fact in sight to its counterpart in sight.

const ties = {
  now: null,
  waiting: false,

  later() {
    if (ties.waiting) return;
    ties.waiting = true;
    requestAnimationFrame(() => {
      ties.waiting = false;
      ties.draw();
    });
  },

  draw() {
    const drawing = byId("ties");
    drawing.replaceChildren();
    if (view !== "sides" || getComputedStyle(drawing).display === "none") return;
    const frame = drawing.getBoundingClientRect();
    const boxes = [0, 1].map((side) => panes.box(side).getBoundingClientRect());
    const left = boxes[0].right - frame.left;
    const right = boxes[1].left - frame.left;
    for (const tied of panes.tied) {
      const [from, to] = [0, 1].map((side) => ties.height(tied.places[side], side, boxes[side]));
      if (from === null || to === null) continue;
      const line = document.createElementNS(drawing.namespaceURI, "path");
      const middle = (left + right) / 2;
      const [y, z] = [from - frame.top, to - frame.top];
      line.setAttribute("d", `M${left} ${y}C${middle} ${y} ${middle} ${z} ${right} ${z}`);
      if (tied.disputed) line.classList.add("disputed");
      if (tied === ties.now) line.classList.add("now");
      drawing.append(line);
    }
  },

  /** Where the first place of a fact that is in sight stands, in the window; null if none is. */
  height(given, side, box) {
    for (const [, , , first] of given) {
      const piece = panes.piece(side, first);
      if (!piece) continue;
      const { top, bottom } = piece.getBoundingClientRect();
      const middle = Math.min((top + bottom) / 2, top + 12);
      if (middle > box.top + 4 && middle < box.bottom - 4) return middle;
    }
    return null;
  },
};
