import type { RestApp } from "../contract";
import type { Contract } from "./contract";
import { declaredEverywhere } from "./declared-everywhere";

/** The contract (OpenAPI 3.1), made of the routes themselves and of what holds for all of them. */
export function openApiDocument(
  rest: Pick<RestApp, "getOpenAPI31Document">,
  url: string,
): Contract {
  return declaredEverywhere(
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
  );
}

const description =
  "Upload documents, read their content, search them and ask questions. Every error is `application/problem+json`, and every answer carries `X-Trace-Id`. Undeclared parameters and fields are refused by name. Writes take an `Idempotency-Key`: for 24 hours, the same key and body return the same answer. `/unlock`, `/keys` and `/ask` ignore it, so that no password or key is stored. `RateLimit` shows the remaining quota of the minute.";

const tags = [
  { name: "Privacy", description: "Read and verify receipts of what was deleted" },
  { name: "Usage", description: "Read what was used, and ask for more" },
  { name: "Documents", description: "Upload, list, rename, trash and reprocess documents" },
  {
    name: "Document content",
    description: "Text, page images, type, evidence and processing status of a document",
  },
  {
    name: "Projects",
    description: "Sets of documents, open to the workspace or restricted to members",
  },
  { name: "Batches", description: "Sets of documents that are uploaded or reprocessed together" },
  {
    name: "Entities",
    description: "People, organisations and places that documents name",
  },
  { name: "Meetings", description: "Transcripts, with what was said in them and when" },
  {
    name: "Actions and decisions",
    description: "Things to do and things decided, across meetings",
  },
  {
    name: "Conversations",
    description: "Threads of questions and answers, each of one person, shared if they wish",
  },
  {
    name: "Keys",
    description: "API keys of yourself, and of the whole workspace for owners and admins",
  },
  { name: "Audit", description: "Calls that changed or opened something, for owners and admins" },
  {
    name: "Analytics",
    description: "Figures of projects, counted from the documents that you may see",
  },
  { name: "Tags", description: "Words that people put on documents" },
  { name: "Custom fields", description: "Fields that a workspace defines for its documents" },
  {
    name: "Sources",
    description: "Drives, mailboxes and calendars that you have connected, and what they brought",
  },
  {
    name: "Automations",
    description: "Triggers, conditions, steps and versions",
  },
  { name: "Views", description: "Queries under a name, with alerts of new documents" },
  { name: "Search and answers", description: "Find passages, and get answers that cite them" },
];
