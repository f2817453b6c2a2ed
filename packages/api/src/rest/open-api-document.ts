import type { RestApp } from "./contract";

/** The contract (OpenAPI 3.1), made of the routes themselves. */
export function openApiDocument(rest: Pick<RestApp, "getOpenAPI31Document">, url: string) {
  return rest.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "BeSunny",
      version: "1",
      description:
        "Documents in, understanding out. Every error is `application/problem+json`; every answer carries `X-Trace-Id`. Writes take an `Idempotency-Key`: for 24 hours the same key and body give the same answer; only `/unlock` and `/keys` ignore it, so that nothing of a password or key is kept. `RateLimit` says what is left of the minute.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url }],
    security: [{ apiKey: [] }, { session: [] }],
  });
}
