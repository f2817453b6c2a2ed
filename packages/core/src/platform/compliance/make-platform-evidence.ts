import { z } from "zod";
import { type EvidenceFile, filesOf } from "../../compliance/contract/evidence";
import { platformFlow } from "../../operation/platform";
import { ofType } from "../../shapes";
import { readPlatformEvidence } from "./read-platform-evidence";

/** Makes the platform's evidence pack: a PDF, tables, and a signed manifest. */
export const makePlatformEvidence = platformFlow("platform.make-platform-evidence", {
  title: "Download the platform's pack of evidence",
  permission: "audit.readPlatform",
  input: z.object({}),
  output: z.object({ files: ofType<EvidenceFile[]>() }),
  doors: ["admin"],

  async handle({ caller, reportFiles, signer, clock }) {
    const at = clock();
    const about = "The platform";
    const parts = await readPlatformEvidence(caller, {});
    const files = await filesOf({ id: "platform", name: about, at }, parts, {
      signer,
      draw: (drawn) => reportFiles.evidence({ about, at, parts: drawn }),
    });
    return { files };
  },
});
