// The fact matrix: rows filtered, sorted and paged, columns paged; a cell opens its passage.

const ROWS_A_PAGE = 50;
// Up to so many texts have a column each; of more, near-copies share one.
const COLUMNS = 6;
const MOST_VALUES = 6;
const SHAPES = ["●", "◆", "■", "▲"];
const STATUS_WORDS = ["disputed", "corroborated", "single source"];
const matrix = {
  form: byId("fact-filter"),
  page: 0,
  column: 0,
  found: null,
  printing: false,
  words: [],
  weight: null,

  /** The numbers of the facts that the filters let through, in the order asked for. */
  rows() {
    const form = matrix.form.elements;
    const words = wanted(form.words);
    const source = form.source.value === "" ? -1 : Number(form.source.value);
    const rows = DATA.facts.flatMap(([kind, status, , given], index) => {
      if (form.status.value && status !== Number(form.status.value)) return [];
      if (form.kind.value && kind !== Number(form.kind.value)) return [];
      if (source >= 0 && !given.some(([, , text]) => text === source)) return [];
      if (!words.length) return [index];
      matrix.words[index] ??= [DATA.facts[index][2], ...given.map(([value]) => value)].join("\n").toLowerCase();
      return words.every((word) => matrix.words[index].includes(word)) ? [index] : [];
    });
    const order = {
      label: (one, other) => DATA.facts[one][2].localeCompare(DATA.facts[other][2], "en"),
      kind: (one, other) => DATA.facts[one][0] - DATA.facts[other][0],
      sources: (one, other) => matrix.spread(other) - matrix.spread(one),
    }[form.sort.value];
    return order ? rows.sort((one, other) => order(one, other) || one - other) : rows;
  },

  spread(index) {
    return new Set(DATA.facts[index][3].map(([, , text]) => text)).size;
  },

  /** How many facts each text gives. */
  weights() {
    if (!matrix.weight) {
      matrix.weight = DATA.sources.map(() => 0);
      for (const [, , , given] of DATA.facts) for (const text of new Set(given.map((one) => one[2]))) matrix.weight[text] += 1;
    }
    return matrix.weight;
  },

  /**
   * The texts of each column: near-copies beside each other or in one, a chosen text first. Where
   * not all have room, drafts come first, then those that give the most.
   */
  columns() {
    const chosen = matrix.form.elements.source.value;
    const columns = new Map();
    DATA.voices.forEach((voice, text) => {
      const own = String(text) === chosen ? -1 : voice;
      const name = TEXTS <= COLUMNS ? `${own} ${text}` : String(own);
      if (columns.has(name)) columns.get(name).texts.push(text);
      else columns.set(name, { rank: own, texts: [text] });
    });
    const heaviest = (texts) => Math.max(...texts.map((text) => matrix.weights()[text]));
    const draft = (texts) => (texts.some((text) => DATA.drafts.includes(text)) ? 0 : 1);
    const crowded = TEXTS > COLUMNS;
    return [...columns.values()]
      .sort((one, other) =>
        (one.rank === -1 ? 0 : 1) - (other.rank === -1 ? 0 : 1) ||
        (crowded && (draft(one.texts) - draft(other.texts) || heaviest(other.texts) - heaviest(one.texts))) ||
        one.rank - other.rank)
      .map(({ texts }) => texts);
  },

  width() {
    if (TEXTS <= COLUMNS) return COLUMNS;
    return window.innerWidth > 1100 ? 4 : 2;
  },

  /** Show the rows and columns asked for; nothing is drawn while another part is looked at. */
  draw(changed = false) {
    if (changed || !matrix.found) {
      matrix.found = matrix.rows();
      matrix.page = matrix.column = 0;
    }
    if (view !== "facts" && !matrix.printing) return;
    const every = !matrix.printing || matrix.form.elements.status.value;
    const rows = every ? matrix.found : matrix.found.filter((index) => DATA.facts[index][1] !== SINGLE);
    const size = matrix.printing ? 1000 : ROWS_A_PAGE;
    const columns = matrix.columns();
    const wide = matrix.width();
    const shown = columns.slice(matrix.column * wide, matrix.column * wide + wide);
    const more = columns.length > shown.length;
    const body = make("tbody", {});
    for (const index of rows.slice(matrix.page * size, matrix.page * size + size)) {
      body.append(matrix.row(index, shown, more));
    }
    const table = make("table", { class: "matrix" }, matrix.head(shown, more), body);
    byId("matrix").replaceChildren(table);
    byId("facts-shown").textContent = counted(matrix.found.length, "fact");
    const pages = Math.max(Math.ceil(rows.length / size), 1);
    pager(byId("facts-pager"), matrix.page, pages, (to) => {
      matrix.page = to;
      matrix.draw();
      byId("facts").scrollIntoView();
    }, "page of facts");
    pager(byId("column-pager"), matrix.column, Math.ceil(columns.length / wide), (to) => {
      matrix.column = to;
      matrix.draw();
    }, "columns of sources");
    if (columns.length > wide) byId("column-pager").prepend(make("span", {}, "Sources"));
  },

  head(shown, more) {
    const head = make("thead");
    const voices = shown.map(([text]) => DATA.voices[text]);
    if (TEXTS <= COLUMNS && voices.some((voice, at) => voices.indexOf(voice) !== at)) {
      const groups = make("tr", {}, make("td", { colspan: "2" }));
      for (let at = 0; at < shown.length; ) {
        let end = at + 1;
        while (end < shown.length && voices[end] === voices[at]) end += 1;
        groups.append(end - at > 1
          ? make("th", { class: "group", colspan: String(end - at), scope: "colgroup" }, "one voice: near-copies")
          : make("td"));
        at = end;
      }
      head.append(groups);
    }
    const names = make("tr", {}, make("th", { scope: "col" }, "Fact"), make("th", { scope: "col" }, "Status"));
    if (more) names.append(make("th", { scope: "col" }, "All sources"));
    for (const texts of shown) names.append(make("th", { scope: "col" }, ...matrix.name(texts)));
    head.append(names);
    return head;
  },

  name([first, ...copies]) {
    const name = make("bdi", {}, DATA.sources[first]);
    return copies.length ? [name, " ", make("small", {}, `and ${counted(copies.length, "near-copy").replace("copys", "copies")}`)] : [name];
  },

  row(index, shown, more) {
    const [kind, status, label, given] = DATA.facts[index];
    const row = make("tr", { class: DATA.statuses[status] });
    row.append(
      make("th", { scope: "row" }, make("bdi", {}, label), " ", make("small", {}, DATA.kinds[kind])),
      make("td", { class: "status" }, icon(DATA.statuses[status]), ` ${STATUS_WORDS[status]}`),
    );
    const span = shown.length + 2 + more;
    if (more) row.append(matrix.summary(row, status, given, span));
    for (const texts of shown) {
      const own = given.filter((one) => texts.includes(one[2]));
      const sides = new Set(own.map((one) => one[1]));
      const cell = make("td", { "data-source": DATA.sources[texts[0]] });
      if (!own.length) cell.className = "blank";
      else if (status === DISPUTED && sides.size === 1) cell.className = `s${own[0][1] % 4}`;
      matrix.fill(cell, row, status, own, span, texts.length > 1);
      row.append(cell);
    }
    return row;
  },

  distinct(given) {
    return [...new Map(given.map(([value, side]) => [value, side]))];
  },

  /** The column of all texts, where not all columns fit. */
  summary(row, status, given, span) {
    const cell = make("td", { class: "all", "data-source": "All sources" });
    matrix.fill(cell, row, status, given, span, true);
    return cell;
  },

  /** Put the values of a cell into it, with `count` also how many texts give each. */
  fill(cell, row, status, given, span, count) {
    const values = matrix.distinct(given).map(([value, side]) => {
      const own = given.filter((one) => one[0] === value);
      return { value, side, own, texts: new Set(own.map((one) => one[2])).size };
    });
    if (count) values.sort((one, other) => other.texts - one.texts);
    for (const { value, side, own, texts } of values.slice(0, MOST_VALUES)) {
      cell.append(matrix.button(row, status, value, side, own, span, count && texts > 1 ? ` × ${texts}` : ""));
    }
    if (values.length > MOST_VALUES) {
      cell.append(make("small", {}, `and ${counted(values.length - MOST_VALUES, "more value")}`));
    }
  },

  button(row, status, value, side, given, span, more = "") {
    const button = make("button", { type: "button", "aria-expanded": "false" });
    if (status === DISPUTED) {
      button.append(
        make("span", { class: `side s${side % 4}`, "aria-hidden": "true" }, SHAPES[side % 4]),
        make("span", { class: "sr" }, `side ${side + 1}: `), " ",
      );
    }
    button.append(make("bdi", {}, value), more);
    button.addEventListener("click", () => matrix.open(row, button, given, span));
    return button;
  },

  /** Show or hide the passages of a cell, in a row below its own. */
  open(row, button, given, span) {
    const opened = button.getAttribute("aria-expanded") === "true";
    for (const other of byId("matrix").querySelectorAll('[aria-expanded="true"]')) other.setAttribute("aria-expanded", "false");
    for (const other of byId("matrix").querySelectorAll(".detail")) other.remove();
    if (opened) return;
    button.setAttribute("aria-expanded", "true");
    const passages = make("div", { class: "passages" });
    for (const [, , text, first, last] of given.slice(0, 12)) {
      passages.append(make("div", { class: "passage" },
        make("p", { class: "where" }, make("bdi", {}, DATA.sources[text])),
        passageOf(text, first, last),
        make("button", { type: "button", click: () => panes.look(text, first) }, "Side by side"),
      ));
    }
    const cell = make("td", { colspan: String(span) }, passages);
    if (given.length > 12) cell.append(make("p", { class: "small" }, `and ${given.length - 12} more places`));
    row.after(make("tr", { class: "detail" }, cell));
    tell(`passage: ${passages.querySelector(".quoted").textContent}`);
  },

  /** Set filters and show what they let through. */
  filter(values) {
    matrix.form.reset();
    for (const [name, value] of Object.entries(values)) matrix.form.elements[name].value = value;
    matrix.draw(true);
  },

  start() {
    const form = matrix.form.elements;
    const kinds = new Set(DATA.facts.map(([kind]) => kind));
    DATA.kinds.forEach((name, number) => {
      if (kinds.has(number)) form.kind.append(make("option", { value: String(number) }, name));
    });
    DATA.sources.forEach((name, text) => form.source.append(make("option", { value: String(text) }, name)));
    matrix.form.addEventListener("submit", (event) => event.preventDefault());
    matrix.form.addEventListener("input", soon(() => {
      matrix.draw(true);
      tell(counted(matrix.found.length, "fact"));
    }));
  },
};
