// On paper a list has no pages: findings up to two hundred, facts up to a thousand. Facts of a single
// source are left out unless they are asked for.

const MOST_ON_PAPER = 200;

function startPrint() {
  window.addEventListener("beforeprint", () => {
    matrix.printing = true;
    matrix.draw();
    findings.shown.slice(0, MOST_ON_PAPER).forEach((index) => findings.cards[index].classList.remove("away"));
  });
  window.addEventListener("afterprint", () => {
    matrix.printing = false;
    matrix.draw();
    if (findings.form) findings.draw(findings.page);
  });
}
