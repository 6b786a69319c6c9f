// From finding to finding, by button and by key, in the order and with the filters of the list.

const steps = {
  at: -1,

  order() {
    return findings.shown.length ? findings.shown : findings.cards.map((_, index) => index);
  },

  /** Show a finding in the panes. */
  go(index) {
    steps.at = index;
    const [, places] = DATA.findings[index];
    const [first] = places[0];
    const other = places.find(([text]) => text !== first);
    const twice = places.length > 1 && !other;
    const beside = panes.texts[1] >= 0 && panes.texts[1] !== first ? panes.texts[1] : panes.partner(first);
    // The panes must be in sight before anything in them can be measured.
    panes.put(first, other ? other[0] : twice ? first : beside);
    if (view === "sides") steps.draw();
    else location.hash = "sides";
    if (view !== "sides") show("sides", true);
    panes.mark(index);
  },

  step(by) {
    const order = steps.order();
    if (!order.length) return;
    const at = order.indexOf(steps.at);
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
    if (next >= 0 && next < order.length) steps.go(order[next]);
  },

  /** Called when the part is shown: with a finding if there is one, else with two texts. */
  open() {
    if (panes.texts[0] < 0) {
      if (findings.cards.length) steps.go(steps.order()[0]);
      else panes.put(0, panes.partner(0));
    }
    steps.draw();
    ties.later();
  },

  draw() {
    const order = steps.order();
    const at = order.indexOf(steps.at);
    byId("previous").disabled = !order.length || at === 0;
    byId("next").disabled = !order.length || at === order.length - 1;
    byId("step-place").textContent = at < 0 ? counted(order.length, "finding")
      : `${(at + 1).toLocaleString("en")} of ${counted(order.length, "finding")}`;
    const told = byId("step-told");
    const buttons = byId("step-marks");
    told.replaceChildren();
    buttons.replaceChildren();
    if (steps.at < 0) return;
    const card = findings.cards[steps.at];
    told.append(copyOf(card.querySelector("h3")));
    told.firstChild.removeAttribute("id");
    const message = card.querySelector(".message");
    if (message) told.append(message.cloneNode(true));
    buttons.append(marks.buttons(DATA.findings[steps.at][0]));
    tell(`finding ${at + 1} of ${order.length}: ${told.textContent.replace(/\s+/g, " ").trim()}`);
  },

  key(event) {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (view !== "sides" || typing || !byId("keys").checked) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const decision = { r: "right", f: "false", d: "done" }[event.key];
    if (event.key === "n") steps.step(1);
    else if (event.key === "p") steps.step(-1);
    else if (decision && steps.at >= 0) marks.toggle(DATA.findings[steps.at][0], decision);
    else return;
    event.preventDefault();
  },

  start() {
    byId("previous").addEventListener("click", () => steps.step(-1));
    byId("next").addEventListener("click", () => steps.step(1));
    document.addEventListener("keydown", steps.key);
  },
};
