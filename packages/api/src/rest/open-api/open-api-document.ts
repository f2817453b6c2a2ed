import type { RestApp } from "../contract";
import type { Contract } from "./contract";
import { declaredEverywhere } from "./declared-everywhere";
import { withNamedShapes } from "./named-shapes";

/** The contract (OpenAPI 3.1), made of the routes themselves and of what holds for all of them. */
export function openApiDocument(
  rest: Pick<RestApp, "getOpenAPI31Document">,
  url: string,
): Contract {
  return declaredEverywhere(
    withNamedShapes(
      rest.getOpenAPI31Document({
        openapi: "3.1.0",
        info: {
          title: "BeSunny",
          version: "1",
          description,
          license: {
            name: "Apache-2.0",
            url: "https://www.apache.org/licenses/LICENSE-2.0",
          },
        },
        servers: [{ url }],
        tags,
        security: [{ apiKey: [] }, { session: [] }],
      }),
    ),
  );
}

const description =
  "Documents in, understanding out. Every error is `application/problem+json`; every answer carries `X-Trace-Id`. A parameter or a field that is not declared is refused and named. Writes take an `Idempotency-Key`: for 24 hours the same key and body give the same answer; only `/unlock`, `/keys` and `/ask` ignore it, so that nothing of a password or key is kept. `RateLimit` says what is left of the minute.";

const tags = [
  { name: "Documents", description: "The library: send, list, rename, trash, process again" },
  {
    name: "What a document says",
    description: "Text, pictures, type and evidence, and how far its processing is",
  },
  { name: "Projects", description: "Where documents are filed, and who may see them" },
  { name: "Batches", description: "Many documents followed as one" },
  { name: "Keys", description: "API keys: yours, and for owners and admins everybody's" },
  { name: "Audit", description: "Who did what, to what and when; for owners and admins" },
  { name: "Search and answers", description: "Passages that fit, and answers that cite them" },
];
