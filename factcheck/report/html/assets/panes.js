// Two texts beside each other, in full; the facts that both give are tied together.

const panes = {
  texts: [-1, -1],
  finding: -1,
  tied: [],
  of: null,

  /** Which facts each text gives, by the number of the fact; worked out when first needed. */
  facts(text) {
    if (!panes.of) {
      panes.of = DATA.sources.map(() => new Map());
      DATA.facts.forEach(([, , , given], fact) => {
        for (const one of given) {
          const own = panes.of[one[2]];
          if (own.has(fact)) own.get(fact).push(one);
          else own.set(fact, [one]);
        }
      });
    }
    return panes.of[text];
  },

  box(side) {
    return byId(`text-${side}`);
  },

  /** The copy of a piece in a pane. */
  piece(side, number) {
    return panes.box(side).querySelector(`[data-piece="${number}"]`);
  },

  /** Put two texts into the panes. */
  put(left, right) {
    const changed = panes.texts[0] !== left || panes.texts[1] !== right;
    [left, right].forEach((text, side) => {
      if (panes.texts[side] === text) return;
      panes.texts[side] = text;
      byId(`choose-${side}`).value = String(text);
      panes.box(side).replaceChildren(...copyOf(byId(`t${text}`)).childNodes);
      panes.box(side).scrollTop = 0;
    });
    if (changed) panes.tie();
  },

  /** Find the facts that both texts give, and underline them. */
  tie() {
    const [left, right] = panes.texts;
    for (const one of document.querySelectorAll(".text .tied")) one.classList.remove("tied", "disputed", "now");
    panes.tied = [];
    if (left === right) return ties.draw();
    const others = panes.facts(right);
    for (const [fact, own] of panes.facts(left)) {
      const counterpart = others.get(fact);
      if (!counterpart) continue;
      const sides = new Set(own.map((one) => one[1]));
      const disputed = DATA.facts[fact][1] === DISPUTED && !counterpart.some((one) => sides.has(one[1]));
      panes.tied.push({ fact, disputed, places: [own, counterpart] });
    }
    panes.tied.sort((one, other) => one.places[0][0][3] - other.places[0][0][3]);
    for (const { disputed, places } of panes.tied) {
      places.forEach((given, side) => {
        for (const [, , , first, last] of given) {
          for (let number = first; number <= last && first >= 0; number += 1) {
            const piece = panes.piece(side, number);
            if (!piece) continue;
            piece.classList.add("tied");
            if (disputed) piece.classList.add("disputed");
          }
        }
      });
    }
    return ties.draw();
  },

  /** Mark the words of a finding in both panes, and bring them into sight. */
  mark(finding) {
    panes.finding = finding;
    for (const one of document.querySelectorAll(".text .hit")) one.classList.remove("hit", "differs");
    if (finding < 0) return;
    const used = [false, false];
    const [, places] = DATA.findings[finding];
    const twice = panes.texts[0] === panes.texts[1];
    places.forEach(([text, first, last, differing], number) => {
      [0, 1].forEach((side) => {
        if (panes.texts[side] !== text || first < 0) return;
        for (let at = first; at <= last; at += 1) {
          const piece = panes.piece(side, at);
          if (!piece) continue;
          piece.classList.add("hit");
          if (differing.includes(at)) piece.classList.add("differs");
        }
        // In one text twice, each pane shows its own place.
        if (!used[side] && (!twice || number === side)) {
          used[side] = true;
          panes.center(side, first);
        }
      });
    });
    ties.draw();
  },

  /** Scroll a pane so that a piece stands in its upper third. */
  center(side, number) {
    const box = panes.box(side);
    const piece = panes.piece(side, number);
    if (!piece) return;
    const at = piece.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTop = at - box.clientHeight / 3;
  },

  /** Bring a tied fact level in both panes, from the side on which it was chosen. */
  level(tied, side) {
    for (const one of document.querySelectorAll(".text .now")) one.classList.remove("now");
    const own = panes.piece(side, tied.places[side][0][3]);
    const other = panes.piece(1 - side, tied.places[1 - side][0][3]);
    if (!own || !other) return;
    const stacked = getComputedStyle(byId("ties")).display === "none";
    const box = panes.box(1 - side);
    const wanted = stacked ? box.clientHeight / 3
      : own.getBoundingClientRect().top - panes.box(side).getBoundingClientRect().top;
    box.scrollTop += other.getBoundingClientRect().top - box.getBoundingClientRect().top - wanted;
    tied.places.forEach((given, at) => {
      for (const [, , , first, last] of given) {
        for (let number = first; number <= last && first >= 0; number += 1) panes.piece(at, number)?.classList.add("now");
      }
    });
    ties.now = tied;
    ties.draw();
    const [here, there] = [side, 1 - side].map((at) => tied.places[at][0][0]);
    const values = here === there ? `${here} in both` : `${here} here, ${there} there`;
    tell(`${DATA.facts[tied.fact][2]}: ${values}`);
  },

  /** The tied fact at a piece: the one of the fewest pieces. */
  at(side, number) {
    const length = ([, , , first, last]) => (first <= number && number <= last ? last - first : Infinity);
    const best = (tied) => Math.min(...tied.places[side].map(length));
    const found = panes.tied.filter((tied) => best(tied) < Infinity);
    return found.sort((one, other) => best(one) - best(other))[0];
  },

  /** Go to the next or previous tied fact with the arrow keys. */
  arrow(event, side) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !panes.tied.length || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = panes.tied.indexOf(ties.now);
    const next = at < 0 ? (step > 0 ? 0 : panes.tied.length - 1) : (at + step + panes.tied.length) % panes.tied.length;
    const tied = panes.tied[next];
    panes.center(side, tied.places[side][0][3]);
    panes.level(tied, side);
  },

  /** Show a text, at a piece if one is given, with another beside it. */
  look(text, piece) {
    const other = panes.texts.find((one) => one >= 0 && one !== text);
    panes.put(text, other ?? panes.partner(text));
    panes.mark(-1);
    steps.at = -1;
    show("sides", true);
    if (piece === null) return;
    panes.center(0, piece);
    const tied = panes.at(0, piece);
    if (tied) panes.level(tied, 0);
    panes.piece(0, piece)?.classList.add("hit");
  },

  /** The text that shares most facts with another. */
  partner(text) {
    let best = text === 0 && TEXTS > 1 ? 1 : 0;
    let most = -1;
    for (let other = 0; other < TEXTS; other += 1) {
      if (other === text) continue;
      let shared = 0;
      for (const fact of panes.facts(text).keys()) if (panes.facts(other).has(fact)) shared += 1;
      if (shared > most) [best, most] = [other, shared];
    }
    return best;
  },

  start() {
    [0, 1].forEach((side) => {
      const choice = byId(`choose-${side}`);
      DATA.sources.forEach((name, text) => choice.append(make("option", { value: String(text) }, name)));
      choice.addEventListener("change", () => {
        const texts = [...panes.texts];
        texts[side] = Number(choice.value);
        panes.put(...texts);
        panes.mark(panes.finding);
      });
      panes.box(side).addEventListener("scroll", ties.later, { passive: true });
      panes.box(side).addEventListener("keydown", (event) => panes.arrow(event, side));
      panes.box(side).addEventListener("click", (event) => {
        const piece = event.target.closest(".tied");
        const tied = piece && panes.at(side, Number(piece.dataset.piece));
        if (tied) panes.level(tied, side);
      });
    });
    window.addEventListener("resize", ties.later);
  },
};
