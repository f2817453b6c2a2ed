import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { addMessage, metadataOf } from "./add-message";
import { emlMessage } from "./eml-message";
import { keepParts } from "./keep-parts";

/** A mail with its headers first, its body, and its attachments, messages in it included, as files of their own. */
export async function readEml(source: Source): Promise<DocumentModel> {
  const message = await emlMessage(withoutMboxLine(source.bytes)).catch((cause: unknown) => {
    throw corrupt("The mail", cause);
  });
  const builder = createModelBuilder(source);
  Object.assign(builder.metadata, metadataOf(message));
  addMessage(builder, message);
  await keepParts(builder, message.parts, source);
  return builder.build();
}

function withoutMboxLine(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString("latin1") !== "From ") return bytes;
  return bytes.subarray(bytes.indexOf(10) + 1);
}
