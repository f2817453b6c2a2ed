import type { HeadFile } from "@besunny/ai/ai";
import { z } from "zod";

import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { ofType } from "../../shapes";
import { sha256Of } from "../contract/artefact";
import type { TrainedHead } from "../contract/release-parts";
import { findHeads } from "./find-heads";
import { noteBrokenHead } from "./note-broken-head";

type Trained = z.infer<typeof TrainedHead>;

/**
 * Reads the files of the models that say something of a document, and compares each with its sha256. If a file of the champion is gone or
 * changed, this is noted, and the same model of the release before is taken. Never fails because of a file.
 */
export const readHeads = flow("models.read-heads", {
  title: "Read the models of a workspace's own documents",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<HeadFile[]>(),
  doors: [],
  uses: ["files"],
  audit: { notAudited: "It reads." },

  async handle({ caller, files, log, signal }, given) {
    const { releases } = await findHeads(caller, given);
    const read = async ({ runId, artefactKey, sha256 }: Trained): Promise<HeadFile | null> => {
      try {
        const bytes = await files.read(artefactKey);
        if (sha256Of(bytes) === sha256) return { sha256, bytes };
      } catch (error) {
        signal?.throwIfAborted();
        log.warn({ error, runId }, "the file of a model cannot be read");
      }
      log.error({ runId }, "the file of a model is gone or was changed");
      await noteBrokenHead(caller, { runId });
      return null;
    };
    const [champion, ...earlier] = releases;
    const found: HeadFile[] = [];
    for (const head of champion?.heads ?? []) {
      const same = earlier.flatMap(({ heads }) =>
        heads.filter((each) => each.projectId === head.projectId && each.sha256 !== head.sha256),
      );
      for (const each of [head, ...same]) {
        const file = await read(each);
        if (file) found.push(file);
        if (file) break;
      }
    }
    return found;
  },
});
