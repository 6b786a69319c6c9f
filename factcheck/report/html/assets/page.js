// The data of the page, and small tools that all its parts share. No part writes markup: elements
// are made one by one, and text is set as text, so nothing an article says can become an element.

const DATA = JSON.parse(document.getElementById("data").textContent);
const TEXTS = DATA.sources.length;
const DISPUTED = 0;
const SINGLE = 2;

/** The element called `id`. */
function byId(id) {
  return document.getElementById(id);
}

/** A new element with attributes (functions are listeners), and children: elements or text. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A copy of an icon of the page, by name. */
function icon(name) {
  return document.querySelector(`.top .i-${name}, .i-${name}`).cloneNode(true);
}

/** "1 finding", "2 findings". */
function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** Say something to a screen reader. */
function tell(words) {
  byId("told").textContent = words;
}

/** Buttons to go through pages, into `place`; `go` is called with a page from 0. */
function pager(place, page, pages, go, noun) {
  place.replaceChildren();
  if (pages < 2) return;
  const button = (words, to, label) =>
    make("button", { type: "button", disabled: to < 0 || to >= pages, "aria-label": label, click: () => {
      go(to);
      const again = [...place.querySelectorAll("button")].find((one) => one.ariaLabel === label);
      (again && !again.disabled ? again : place.querySelector("button:not(:disabled)")).focus();
    } }, words);
  place.append(
    button("‹", page - 1, `previous ${noun}`),
    make("span", {}, `${(page + 1).toLocaleString("en")} of ${pages.toLocaleString("en")}`),
    button("›", page + 1, `next ${noun}`),
  );
}

/** `call` once the typing has stopped. */
function soon(call) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, 120);
  };
}

/** The words of a search, all of which must stand in what is shown. */
function wanted(input) {
  return input.value.toLowerCase().split(/\s+/).filter(Boolean);
}
