import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { hostOf, isOfHouse, region, regionOf } from "../redaction/contract/residency";
import { count, instant } from "../shapes";

/** Returns the servers of models that got something of a document, with their region. None: everything was done in the house. */
export const listDocumentPlaces = query("costs.list-document-places", {
  title: "See where a document was processed",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({
    items: z.array(
      z.object({
        host: z.string(),
        region: region.nullable(),
        isOwn: z.boolean(),
        model: z.string(),
        calls: count,
        lastAt: instant.nullable(),
      }),
    ),
  }),
  doors: ["web"],

  async handle({ documents, residency }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const rules = await residency.listRules();
    const called = await residency.countCalls(id);
    return {
      items: called.map(({ server, ...call }) => {
        const host = hostOf(server);
        return { ...call, host, region: regionOf(host, rules), isOwn: isOfHouse(host) };
      }),
    };
  },
});
