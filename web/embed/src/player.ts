import { Terminal } from "@xterm/xterm";
import { addStyle } from "./style.js";

/** Longer pauses are cut to this: nobody watches a prompt for minutes. */
const longestPause = 2;

type CastEvent = [seconds: number, kind: string, data: string];

/** Plays an asciicast v2. Resolves when it has been played to its end. */
export async function play(element: HTMLElement, address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The recording could not be loaded (${response.status}).`);
  const [head, ...events] = (await response.text()).split("\n").filter((line) => line !== "");
  const { width = 80, height = 24 } = JSON.parse(head ?? "{}") as { width?: number; height?: number };
  addStyle();
  const screen = new Terminal({ cols: width, rows: height, disableStdin: true, scrollback: 0 });
  element.replaceChildren();
  screen.open(element);
  let before = 0;
  for (const line of events) {
    const [seconds, kind, data] = JSON.parse(line) as CastEvent;
    await new Promise((done) => setTimeout(done, Math.min(seconds - before, longestPause) * 1000));
    before = seconds;
    if (kind === "o") await new Promise<void>((done) => screen.write(data, done));
    if (kind === "r") resize(screen, data);
  }
}

function resize(screen: Terminal, size: string): void {
  const [cols, rows] = size.split("x").map(Number);
  if (cols && rows) screen.resize(cols, rows);
}
