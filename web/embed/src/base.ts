// Only while the script is first run is it known which script that is.
const own = typeof document === "undefined" ? null : (document.currentScript as HTMLScriptElement | null)?.src ?? null;
const importedFrom: string | undefined = import.meta.url;

/** The gateway's address: what is given, or where this script came from. */
export function baseUrl(given: string | undefined): URL {
  return new URL(given ?? new URL("/", own ?? importedFrom ?? location.href).href, location.href);
}
