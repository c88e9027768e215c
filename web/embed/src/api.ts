import type { EmbedOptions, Place } from "./options.js";

const pollPause = 2000;
const pollTries = 90;

export class RexecError extends Error {
  constructor(message: string, readonly status?: number) {
    super(message);
  }
}

/** The few calls that lead to a terminal. */
export class Api {
  constructor(private readonly base: URL, private readonly token: string | undefined) {}

  async find(options: EmbedOptions, isWanted: () => boolean): Promise<Place> {
    const session = options.session ?? `embed-${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
    if (options.shareCode) {
      const joined = await this.call("GET", `api/collab/join/${encodeURIComponent(options.shareCode)}`);
      return { container: text(joined, "container_id"), session: text(joined, "terminal_id") || session, share: options.shareCode };
    }
    if (options.container) {
      return { container: options.container, session };
    }
    if (options.image) {
      const created = await this.call("POST", "api/containers", { image: options.image, ...(options.role ? { role: options.role } : {}) });
      return { container: await this.untilRunning(text(created, "id"), isWanted), session };
    }
    throw new RexecError("Say which terminal: container, image or shareCode.");
  }

  private async untilRunning(id: string, isWanted: () => boolean): Promise<string> {
    for (let tries = 0; tries < pollTries && isWanted(); tries++) {
      const container = await this.call("GET", `api/containers/${encodeURIComponent(id)}`).catch((error: unknown) => {
        if (error instanceof RexecError && error.status === 404) return {}; // not listed yet
        throw error;
      });
      const status = text(container, "status");
      if (status === "running") return id;
      if (status === "error" || status === "failed") throw new RexecError(`The container could not be made (${status}).`);
      await new Promise((done) => setTimeout(done, pollPause));
    }
    throw new RexecError("The container was not ready in time.");
  }

  private async call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: {
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json().catch(() => ({}));
    const fields = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
    if (!response.ok) throw new RexecError(text(fields, "error") || `The gateway answered ${response.status}.`, response.status);
    return fields;
  }
}

function text(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
