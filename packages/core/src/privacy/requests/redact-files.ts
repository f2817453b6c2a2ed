import { z } from "zod";
import { maskedModel, maskingOf } from "../../content/contract/mask-words";
import { readModel, writeModel } from "../../content/contract/parsed-document-file";
import { flow } from "../../operation/flow";
import { secret } from "../../operation/secret";
import { indexPassages } from "../../search/index-passages";
import { count } from "../../shapes";
import { findModelKeys } from "./find-model-keys";

/** Masks the words in what was derived of documents, and writes their passages into the index again. Originals stay as they are. */
export const redactFiles = flow("privacy.redact-files", {
  title: "Mask words in what was derived of documents",
  permission: "privacy.work",
  input: z.object({ ids: z.array(z.string()), words: secret(z.array(z.string())) }),
  output: z.object({ files: count }),
  doors: [],
  uses: ["files"],
  audit: { notAudited: "The erasure that it is part of records it." },

  async handle({ caller, files, workspaceId }, { ids, words }) {
    const masking = maskingOf(words);
    const { items } = await findModelKeys(caller, { ids });
    let masked = 0;
    for (const { id, modelKey } of items) {
      for (const key of await files.list(`derived/${workspaceId}/${id}`)) {
        if (key === modelKey) {
          await writeModel(files, key, maskedModel(await readModel(files, key), [masking]));
          masked += 1;
        } else if (key.endsWith(".json.gz")) await files.remove(key);
      }
      await indexPassages(caller, { documentId: id });
    }
    return { files: masked };
  },
});
