import { createHash, randomUUID } from "node:crypto";
import { safeName } from "@besunny/document-model/safe-name";
import { z } from "zod";

import { uploadDocument } from "../../documents/upload-document";
import { AppError } from "../../errors";
import { flow } from "../../operation/flow";
import { idIn } from "../../shapes";
import { asStorageFull } from "../../storage-full";
import { ofInboundHook } from "../contract/inbound";
import { beginDelivery } from "./begin-delivery";
import { deliveredFile, jsonOf } from "./delivered-file";
import { endDelivery } from "./end-delivery";

/**
 * Takes what came to an address, once for each id of its sender: as a document, or as an event. The door has proven the sender. What
 * cannot be taken is noted and thrown; the same id may be sent again then.
 */
export const receiveDelivery = flow("webhooks.receive-delivery", {
  title: "Take what came to an address",
  permission: "document.upload",
  input: ofInboundHook.extend({
    remoteId: z.string().min(1).max(300),
    body: z.instanceof(Uint8Array),
    mediaType: z.string().max(255),
    fileName: z.string().max(255).nullable(),
  }),
  output: z.object({ id: idIn("whd") }),
  doors: ["rest"],
  audit: {
    notAudited: "Registering the document leaves a row, and the log of the address is the record.",
  },
  uses: ["webhooks", "files", "retention"],

  async handle({ webhooks, files, retention, caller, workspaceId }, given) {
    const { id, remoteId, body } = given;
    const size = body.byteLength;
    const begun = await beginDelivery(caller, {
      id,
      remoteId,
      size,
      keptDays: retention.eventDays,
    });
    if (begun.isDone) return { id: begun.id };
    const end = { id, deliveryId: begun.id, problem: null, documentId: null, body: null };
    try {
      if (begun.takes === "happening") {
        await endDelivery(caller, { ...end, outcome: "happened", body: jsonOf(body) });
      } else {
        const documentId = await take(begun.projectId);
        await endDelivery(caller, { ...end, outcome: "taken", documentId });
      }
    } catch (error) {
      const problem = error instanceof AppError ? error.message : "It could not be taken";
      await endDelivery(caller, { ...end, outcome: "refused", problem });
      throw error;
    }
    return { id: begun.id };

    async function take(projectId: string | null): Promise<string> {
      const file = deliveredFile(body, given);
      const found = file.kind === "bytes" ? file : await webhooks.download(file.url);
      if ("trouble" in found)
        throw new AppError("INVALID_INPUT", found.trouble, {
          hint: "Give an address from which anybody can fetch the file.",
        });
      const fileName = (file.fileName || found.fileName).slice(0, 255);
      const storageKey = `uploads/${workspaceId}/${randomUUID()}`;
      try {
        await files.write(storageKey, found.bytes);
        const { document, isNew } = await uploadDocument(caller, {
          fileName: safeName(fileName) || "Untitled",
          mediaType: found.mediaType,
          size: found.bytes.byteLength,
          contentHash: createHash("sha256").update(found.bytes).digest("hex"),
          storageKey,
          source: "api",
          projectIds: projectId ? [projectId] : [],
        });
        if (!isNew) await files.remove(storageKey);
        return document.id;
      } catch (error) {
        await files.remove(storageKey);
        throw asStorageFull(error) ?? error;
      }
    }
  },
});
