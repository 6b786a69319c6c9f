// The list of findings: filtered, a page at a time.

const FINDINGS_A_PAGE = 20;
const findings = {
  cards: [],
  words: [],
  shown: [],
  page: 0,
  form: null,

  /** Show the findings that the filters let through, from page `page` on. */
  draw(page = 0) {
    const form = findings.form.elements;
    const words = wanted(form.words);
    findings.shown = findings.cards.flatMap((card, index) => (findings.fits(card, index, form, words) ? [index] : []));
    const pages = Math.max(Math.ceil(findings.shown.length / FINDINGS_A_PAGE), 1);
    findings.page = Math.min(Math.max(page, 0), pages - 1);
    const first = findings.page * FINDINGS_A_PAGE;
    const seen = new Set(findings.shown.slice(first, first + FINDINGS_A_PAGE));
    findings.cards.forEach((card, index) => {
      card.classList.toggle("away", !seen.has(index));
      if (seen.has(index)) findings.equip(card, index);
    });
    const all = findings.shown.length === findings.cards.length;
    const told = counted(findings.shown.length, "finding") + (all ? "" : ` of ${findings.cards.length.toLocaleString("en")}`);
    byId("findings-shown").textContent = told;
    pager(byId("findings-pager"), findings.page, pages, (to) => {
      findings.draw(to);
      byId("findings").scrollIntoView();
    }, "page of findings");
    return told;
  },

  fits(card, index, form, words) {
    if (form.severity.value && !card.classList.contains(form.severity.value)) return false;
    if (form.rule.value && card.dataset.rule !== form.rule.value) return false;
    if (form.source.value && !card.dataset.texts.split(" ").includes(form.source.value)) return false;
    if (form.mark.value) {
      const mark = marks.of(DATA.findings[index][0]);
      if ((mark ? mark.decision : "none") !== form.mark.value) return false;
    }
    if (!words.length) return true;
    findings.words[index] ??= card.textContent.toLowerCase();
    return words.every((word) => findings.words[index].includes(word));
  },

  /** Give a card its buttons when it is first seen. */
  equip(card, index) {
    if (card.querySelector(".actions")) return;
    const [fingerprint] = DATA.findings[index];
    const box = marks.buttons(fingerprint);
    box.prepend(make("button", { type: "button", class: "beside", click: () => steps.go(index) }, "Side by side"));
    card.querySelector(".foot").append(box);
    findings.drawMark(card, fingerprint);
  },

  drawMark(card, fingerprint) {
    const mark = marks.of(fingerprint);
    if (mark) card.dataset.mark = mark.decision;
    else delete card.dataset.mark;
  },

  /** Set filters and show what they let through. */
  filter(values) {
    findings.form.reset();
    for (const [name, value] of Object.entries(values)) findings.form.elements[name].value = value;
    tell(findings.draw());
  },

  /** Show the finding with number `index` in the list, whatever the filters. */
  reveal(index) {
    if (!findings.cards[index]) return show("findings");
    if (!findings.shown.includes(index)) findings.filter({});
    findings.draw(Math.floor(findings.shown.indexOf(index) / FINDINGS_A_PAGE));
    show("findings");
    findings.cards[index].scrollIntoView();
    return undefined;
  },

  start() {
    findings.cards = [...document.querySelectorAll(".finding")];
    findings.form = document.querySelector("#findings form");
    if (!findings.form) return;
    const again = soon(() => tell(findings.draw()));
    findings.form.addEventListener("submit", (event) => event.preventDefault());
    findings.form.addEventListener("input", again);
    marks.watchers.push((fingerprint) => {
      findings.cards.forEach((card, index) => {
        if (DATA.findings[index][0] === fingerprint) findings.drawMark(card, fingerprint);
      });
    });
    findings.draw();
  },
};
