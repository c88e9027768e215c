import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import { Api } from "./api.js";
import { baseUrl } from "./base.js";
import type { EmbedOptions } from "./options.js";
import { Session, type Frame } from "./session.js";
import { addStyle } from "./style.js";

export interface TerminalEvents {
  ready: { container: string; session: string };
  connected: undefined;
  disconnected: undefined;
  output: string;
  stats: Record<string, unknown>;
  status: string;
  exit: number;
  closed: { code: number; reason: string };
  error: Error;
}

type Handler<T> = (value: T) => void;

/** A terminal in a page. */
export class EmbeddedTerminal {
  private readonly screen: Terminal;
  private readonly fitting = new FitAddon();
  private readonly watch: ResizeObserver;
  private readonly handlers = new Map<keyof TerminalEvents, Set<Handler<never>>>();
  private session: Session | undefined;
  private isDestroyed = false;

  constructor(element: HTMLElement, private readonly options: EmbedOptions) {
    addStyle();
    this.screen = new Terminal({
      fontSize: options.fontSize ?? 14,
      ...(options.fontFamily ? { fontFamily: options.fontFamily } : {}),
      ...(options.theme ? { theme: options.theme } : {}),
      scrollback: options.scrollback ?? 5000,
      cursorBlink: true,
      disableStdin: options.interactive === false,
    });
    this.screen.loadAddon(this.fitting);
    this.screen.open(element);
    this.fitting.fit();
    this.screen.onData((data) => this.write(data));
    this.screen.onResize(({ cols, rows }) => this.session?.send({ type: "resize", cols, rows }));
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(element);
    void this.start();
  }

  on<K extends keyof TerminalEvents>(event: K, handler: Handler<TerminalEvents[K]>): () => void {
    const handlers = this.handlers.get(event) ?? new Set();
    this.handlers.set(event, handlers.add(handler as Handler<never>));
    return () => handlers.delete(handler as Handler<never>);
  }

  /** Types. */
  write(data: string): void {
    if (this.options.interactive !== false) this.session?.send({ type: "input", data });
  }

  /** Types a line and Enter. */
  writeln(line: string): void {
    this.write(`${line}\r`);
  }

  fit(): void {
    this.fitting.fit();
  }

  focus(): void {
    this.screen.focus();
  }

  clear(): void {
    this.screen.clear();
  }

  destroy(): void {
    this.isDestroyed = true;
    this.watch.disconnect();
    this.session?.close();
    this.screen.dispose();
  }

  private async start(): Promise<void> {
    try {
      const base = baseUrl(this.options.baseUrl);
      const place = await new Api(base, this.options.token).find(this.options, () => !this.isDestroyed);
      if (this.isDestroyed) return;
      this.session = new Session(base, this.options.token, place, () => ({ cols: this.screen.cols, rows: this.screen.rows }), {
        open: () => this.tell("connected", undefined),
        frame: (frame) => this.take(frame),
        lost: () => this.tell("disconnected", undefined),
        closed: (code, reason) => this.ended(code, reason),
      });
      this.session.connect();
      this.tell("ready", { container: place.container, session: place.session });
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private take(frame: Frame): void {
    switch (frame.type) {
      case "output":
        this.screen.write(frame.data ?? "");
        this.tell("output", frame.data ?? "");
        break;
      case "gap":
        this.notice(`${frame.data ?? "some"} bytes are missing here: this page was too slow`);
        break;
      case "stats":
        this.tell("stats", JSON.parse(frame.data ?? "{}") as Record<string, unknown>);
        break;
      case "container_status":
        this.tell("status", frame.data ?? "");
        break;
      case "exit":
        this.tell("exit", frame.code ?? 0);
        break;
      case "error":
        this.fail(new Error(frame.data ?? "The gateway reported an error."));
        break;
    }
  }

  private ended(code: number, reason: string): void {
    this.notice(reason || "the connection has ended");
    this.tell("closed", { code, reason });
  }

  private fail(error: Error): void {
    this.notice(error.message);
    this.tell("error", error);
  }

  private notice(text: string): void {
    this.screen.write(`\r\n\x1b[2m[${text}]\x1b[0m\r\n`);
  }

  private tell<K extends keyof TerminalEvents>(event: K, value: TerminalEvents[K]): void {
    for (const handler of this.handlers.get(event) ?? []) (handler as Handler<TerminalEvents[K]>)(value);
  }
}
