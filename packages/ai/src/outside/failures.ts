/** Returns the HTTP status of the provider's answer, or null if it did not answer. */
export function statusOf(error: unknown): number | null {
  const status = read(error, "status");
  return typeof status === "number" ? status : null;
}

/** Returns true if the provider answered that it has no such model. */
export function isModelGone(error: unknown): boolean {
  return statusOf(error) === 404 || read(error, "code") === "model_not_found";
}

/** Returns true if the server is away or overloaded, so that others would fail too. */
export function isOutage(error: unknown): boolean {
  if (isAbort(error)) return false;
  const status = statusOf(error);
  return status === null
    ? isOfTheNetwork(error)
    : status === 408 || status === 429 || status >= 500;
}

/** Returns true if the provider cannot have begun to work on the request, so that it costs nothing. */
export function costsNothing(error: unknown): boolean {
  if (statusOf(error) !== null) return true;
  return codesOf(error).some((code) => neverArrived.has(code));
}

/** Returns a short code for the ledger: it repeats nothing that the provider wrote. */
export function codeOf(error: unknown): string {
  const status = statusOf(error);
  if (isModelGone(error)) return "MODEL_GONE";
  if (status !== null) return `HTTP_${status}`;
  if (isAbort(error)) return "ABORTED";
  const [code] = codesOf(error);
  return code ?? (isOfTheNetwork(error) ? "NETWORK" : "UNUSABLE");
}

/** Returns the seconds that the provider asks to wait, or null if it does not ask. */
export function retryAfterOf(error: unknown): number | null {
  const headers = read(error, "headers");
  const said =
    headers instanceof Headers ? headers.get("retry-after") : read(headers, "retry-after");
  const seconds = Number(said);
  return said !== null && said !== undefined && Number.isFinite(seconds) ? seconds : null;
}

function isAbort(error: unknown): boolean {
  const name = read(error, "name");
  return name === "AbortError" || name === "APIUserAbortError";
}

const neverArrived = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);

/** The SDK's and Node's names of failures of the network. */
const ofTheNetwork =
  /^(APIConnection|Connection|Timeout|Fetch|Socket)|terminated|fetch failed|network|timed out|premature close|socket/i;

function isOfTheNetwork(error: unknown): boolean {
  const texts = [read(error, "name"), read(error, "message")];
  return codesOf(error).length > 0 || texts.some((text) => ofTheNetwork.test(String(text)));
}

/** The codes of an error and of its causes. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at && codes.length < 5; at = read(at, "cause")) {
    const code = read(at, "code");
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code)) codes.push(code);
  }
  return codes;
}

function read(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}
