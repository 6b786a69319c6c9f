// What the reader decides on findings: right, false or done, with a reason. Kept in the browser by
// fingerprint, so that it holds for the next report on the same words too.

const KEPT = "factcheck/marks/v1";
const DECISIONS = [["right", "Right"], ["false", "False alarm"], ["done", "Done"]];
const marks = {
  all: {},
  watchers: [],

  /** Read what is kept; a browser that keeps nothing (a private window) still marks. */
  load() {
    try {
      marks.all = JSON.parse(localStorage.getItem(KEPT)) || {};
    } catch {
      marks.all = {};
    }
  },

  of(fingerprint) {
    const found = Object.hasOwn(marks.all, fingerprint) ? marks.all[fingerprint] : null;
    return found && DECISIONS.some(([name]) => name === found.decision) ? found : null;
  },

  /** Decide on a finding; the same decision again takes it back. */
  set(fingerprint, decision, note) {
    if (decision === null) delete marks.all[fingerprint];
    else marks.all[fingerprint] = note ? { decision, note } : { decision };
    try {
      localStorage.setItem(KEPT, JSON.stringify(marks.all));
    } catch {
      tell("This browser keeps no marks; export them before you close the page.");
    }
    for (const watcher of marks.watchers) watcher(fingerprint);
  },

  /** The decisions on the findings of this page, in their order, each fingerprint once. */
  here() {
    const names = [...new Set(DATA.findings.map(([fingerprint]) => fingerprint))];
    return names.flatMap((fingerprint) => {
      const mark = marks.of(fingerprint);
      return mark ? [{ fingerprint, ...mark }] : [];
    });
  },

  /** Save the decisions as a file for `factcheck baseline update --from FILE`. */
  save() {
    const decisions = marks.here();
    const text = JSON.stringify({ decisions }, null, 2) + "\n";
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href: url, download: "factcheck-marks.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    tell(`${counted(decisions.length, "mark")} exported`);
  },

  /** Buttons to mark the finding with `fingerprint`, and the reason of a false alarm. */
  buttons(fingerprint) {
    const box = make("span", { class: "actions", role: "group", "aria-label": "Mark this finding" });
    const note = make("input", { type: "text", "aria-label": "Reason", placeholder: "reason (optional)" });
    note.addEventListener("change", () => {
      const mark = marks.of(fingerprint);
      if (mark) marks.set(fingerprint, mark.decision, note.value.trim());
    });
    const buttons = DECISIONS.map(([name, words]) =>
      make("button", { type: "button", "data-decision": name, click: () => marks.toggle(fingerprint, name) }, words));
    const draw = (changed) => {
      if (changed && changed !== fingerprint) return;
      const mark = marks.of(fingerprint);
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(Boolean(mark) && mark.decision === button.dataset.decision));
      }
      note.hidden = !mark || mark.decision !== "false";
      if (document.activeElement !== note) note.value = (mark && mark.note) || "";
    };
    box.append(...buttons, note);
    marks.watchers.push(draw);
    draw();
    return box;
  },

  toggle(fingerprint, name) {
    const mark = marks.of(fingerprint);
    const again = mark && mark.decision === name;
    marks.set(fingerprint, again ? null : name, mark ? mark.note : "");
    tell(again ? "mark taken back" : `marked: ${name === "false" ? "false alarm" : name}`);
  },

  drawCount() {
    const number = marks.here().length;
    byId("marked-count").textContent = number ? `${number.toLocaleString("en")} marked` : "nothing marked";
    byId("export").disabled = byId("forget").disabled = !number;
  },

  start() {
    marks.load();
    if (!byId("export")) return;
    marks.watchers.push(marks.drawCount);
    byId("export").addEventListener("click", marks.save);
    byId("forget").addEventListener("click", () => {
      const here = marks.here();
      if (!confirm(`Take back ${counted(here.length, "mark")} on this page?`)) return;
      for (const { fingerprint } of here) marks.set(fingerprint, null);
    });
    marks.drawCount();
  },
};
