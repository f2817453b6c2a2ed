import type { Page, Request } from "@playwright/test";

const QUIET_MS = 300;
const MOST_MS = 5_000;

type Flights = { open: Set<Request>; changedAt: number };
const flightsOf = new WeakMap<Page, Flights>();

/** Follows the requests of a page, but for streams of live changes, which never end. It must be called before the page is opened. */
export function followRequests(page: Page): Flights {
  const known = flightsOf.get(page);
  if (known) return known;
  const flights: Flights = { open: new Set(), changedAt: Date.now() };
  flightsOf.set(page, flights);
  const end = (request: Request) => {
    if (flights.open.delete(request)) flights.changedAt = Date.now();
  };
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") return;
    flights.open.add(request);
    flights.changedAt = Date.now();
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return flights;
}

/** Waits until a page has nothing to load, or for five seconds: screens that refresh themselves are never quiet for long. */
export async function settled(page: Page): Promise<void> {
  const flights = followRequests(page);
  const until = Date.now() + MOST_MS;
  while (Date.now() < until) {
    if (flights.open.size === 0 && Date.now() - flights.changedAt >= QUIET_MS) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}
