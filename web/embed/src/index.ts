import type { EmbedOptions } from "./options.js";
import { play as playCast } from "./player.js";
import { EmbeddedTerminal } from "./terminal.js";

export type { EmbedOptions } from "./options.js";
export { EmbeddedTerminal } from "./terminal.js";

function elementOf(target: string | HTMLElement): HTMLElement {
  const element = typeof target === "string" ? document.querySelector<HTMLElement>(target) : target;
  if (!element) throw new Error(`There is no element ${String(target)}.`);
  return element;
}

/** Puts a terminal into the page. */
export function embed(target: string | HTMLElement, options: EmbedOptions): EmbeddedTerminal {
  return new EmbeddedTerminal(elementOf(target), options);
}

/** Plays a recording in the page. */
export function play(target: string | HTMLElement, address: string): Promise<void> {
  return playCast(elementOf(target), address);
}

// The page of a public recording has no script of its own.
function playMarked(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-rexec-recording]")) {
    playCast(element, element.dataset.rexecRecording ?? "").catch((error: unknown) => element.append(String(error)));
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", playMarked);
else playMarked();
