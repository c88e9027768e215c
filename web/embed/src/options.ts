/** What to show, and how to get there. One of `container`, `image` and `shareCode` says which terminal. */
export interface EmbedOptions {
  /** A container's id or name. */
  container?: string;
  /** An image: a container is created from it. */
  image?: string;
  /** Tools for the new container. */
  role?: string;
  /** The code of a shared terminal. */
  shareCode?: string;
  /** A bearer token. A shared terminal that allows it needs none. */
  token?: string;
  /** Where the gateway is; the origin this script came from when left out. */
  baseUrl?: string;
  /** A terminal session of a name that others may join; one of this page view when left out. */
  session?: string;
  /** Whether what the user types is sent; true when left out. */
  interactive?: boolean;
  fontSize?: number;
  fontFamily?: string;
  theme?: Record<string, string>;
  /** How many lines can be scrolled back. */
  scrollback?: number;
}

/** The terminal that is meant, once everything that it takes has been arranged. */
export interface Place {
  container: string;
  session: string;
  share?: string;
}
