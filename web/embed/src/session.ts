import type { Place } from "./options.js";

const firstPause = 100;
const longestPause = 8000;
const mostTries = 10;
const pingEvery = 20_000;

/** Closes after which coming back makes no sense: the end, or being sent away. */
const finalCodes = new Set([1000, 1008, 4000, 4001, 4003]);

export interface Frame {
  type: string;
  data?: string;
  offset?: number;
  code?: number;
}

export interface SessionEvents {
  open(isReturn: boolean): void;
  frame(frame: Frame): void;
  lost(): void;
  closed(code: number, reason: string): void;
}

/** One terminal session over as many sockets as it takes: after a loss it goes on at the byte that was reached. */
export class Session {
  private socket: WebSocket | undefined;
  private offset: number | undefined;
  private tries = 0;
  private ping: number | undefined;
  private retry: number | undefined;
  private isOver = false;

  constructor(
    private readonly base: URL,
    private readonly token: string | undefined,
    private readonly place: Place,
    private readonly size: () => { cols: number; rows: number },
    private readonly events: SessionEvents,
  ) {}

  connect(): void {
    const address = new URL(`ws/terminal/${encodeURIComponent(this.place.container)}`, this.base);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const { cols, rows } = this.size();
    const query: Record<string, string | number | undefined> = { id: this.place.session, format: "json", cols, rows, share: this.place.share, since: this.offset };
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, String(value));
    }
    const socket = new WebSocket(address, this.token ? ["rexec.v1", `rexec.token.${this.token}`] : ["rexec.v1"]);
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (message) => this.received(String(message.data));
    socket.onclose = (close) => this.lost(socket, close.code, close.reason);
  }

  send(frame: { type: string; data?: string; cols?: number; rows?: number }): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.isOver = true;
    clearTimeout(this.retry);
    clearInterval(this.ping);
    this.socket?.close(1000);
  }

  private opened(): void {
    const isReturn = this.offset !== undefined;
    this.tries = 0;
    this.ping = setInterval(() => this.send({ type: "ping" }), pingEvery);
    this.send({ type: "resize", ...this.size() });
    this.events.open(isReturn);
  }

  private received(message: string): void {
    const frame = JSON.parse(message) as Frame;
    if (frame.type === "ping") this.send({ type: "pong" });
    if (typeof frame.offset === "number") this.offset = frame.offset;
    this.events.frame(frame);
  }

  private lost(socket: WebSocket, code: number, reason: string): void {
    if (socket !== this.socket) return;
    clearInterval(this.ping);
    if (this.isOver || finalCodes.has(code) || this.tries >= mostTries) {
      this.isOver = true;
      this.events.closed(code, reason);
      return;
    }
    this.events.lost();
    this.retry = setTimeout(() => this.connect(), Math.min(firstPause * 2 ** this.tries++, longestPause));
  }
}
