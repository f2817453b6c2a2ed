import { createHash } from "node:crypto";
import { z } from "zod";
import { verifyLog } from "../audit/chain/verify-log";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { type EvidenceFile, filesOf, partOf } from "./contract/evidence";
import { readEvidence } from "./read-evidence";
import { recordEvidence } from "./record-evidence";

/** Makes the workspace's evidence pack: a PDF, tables, and a signed manifest. Each row names its query and the time at which it was read. */
export const makeEvidence = flow("compliance.make-evidence", {
  title: "Download a pack of evidence for auditors",
  permission: "audit.read",
  input: z.object({}),
  output: z.object({ files: ofType<EvidenceFile[]>() }),
  doors: ["web", "rest"],
  uses: ["reportFiles", "signer", "retention"],
  audit: { notAudited: "Recording the pack records it." },
  cost: 20,

  async handle({ caller, reportFiles, signer, retention, clock, workspaceId }) {
    const at = clock();
    const { name, parts } = await readEvidence(caller, {});
    const { entries, isWhole, broken, hash, anchors } = await verifyLog(caller, {});
    const all = [
      ...parts,
      partOf("audit-chain", {
        title: "The audit log, verified against its chain and its signed ends",
        controls: ["SOC 2 CC7.2", "SOC 2 PI1.1", "GDPR 5", "GDPR 32"],
        columns: ["entries", "is_whole", "first_break", "last_hash", "signed_ends", "last_signed"],
        rows: [
          {
            cells: [
              String(entries),
              isWhole ? "yes" : "no",
              broken ? `${broken.seq}: ${broken.reason}` : "",
              hash ?? "",
              String(anchors.count),
              anchors.lastAt ?? "",
            ],
          },
        ],
        at,
      }),
      partOf("retention", {
        title: "Days for which records are kept",
        controls: ["SOC 2 C1.2", "GDPR 5"],
        columns: ["what", "days"],
        rows: Object.entries(retention).map(([what, days]) => ({
          cells: [what, days === null ? "without end" : String(days)],
        })),
        at,
      }),
    ];
    const files = await filesOf({ id: workspaceId, name, at }, all, {
      signer,
      draw: (drawn) => reportFiles.evidence({ about: name, at, parts: drawn }),
    });
    const manifest = files.find(({ path }) => path === "manifest.json")?.bytes ?? new Uint8Array();
    await recordEvidence(caller, { sha256: createHash("sha256").update(manifest).digest("hex") });
    return { files };
  },
});
