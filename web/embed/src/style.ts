import css from "@xterm/xterm/css/xterm.css";

let isAdded = false;

/** Adds the terminal's style sheet to the page, once. */
export function addStyle(): void {
  if (isAdded) return;
  isAdded = true;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
}
