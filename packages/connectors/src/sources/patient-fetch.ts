const PATIENCE_MS = 60_000;

/** Fetches, and fails if no answer begins within the time. The body may take longer: fetch itself ends one that stands still for minutes. */
export async function patientFetch(
  url: string,
  options: RequestInit,
  {
    signal,
    patience = PATIENCE_MS,
  }: { signal: AbortSignal | undefined; patience: number | undefined },
): Promise<Response> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  try {
    const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal;
    return await fetch(url, { ...options, signal: either });
  } finally {
    clearTimeout(timer);
  }
}
