import { Received as ReceivedDocument } from "@besunny/core/documents/contract/received";
import { z } from "@hono/zod-openapi";

const uri = z.string().meta({ format: "uri" });

const Links = z
  .object({
    self: uri,
    status: uri,
    socket: z
      .string()
      .meta({ format: "uri", description: "Contains a token that is valid for five minutes" }),
  })
  .meta({ id: "Links" });

/** An upload with the addresses at which its document can be followed. */
export const Received = ReceivedDocument.extend({ links: Links }).meta({ id: "Received" });
