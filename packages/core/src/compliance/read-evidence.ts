import type { EvidencePart } from "@besunny/reports/evidence/evidence-part";
import { z } from "zod";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { EVIDENCE_DAYS, nothingOf, partOf, roleMatrix } from "./contract/evidence";

const DAY_MS = 86_400_000;

/** Reads the parts of the workspace's evidence pack, all of one moment. */
export const readEvidence = query("compliance.read-evidence", {
  title: "Read the evidence for auditors",
  permission: "audit.read",
  input: z.object({}),
  output: ofType<{ name: string; parts: EvidencePart[] }>(),
  doors: [],
  isOfOneMoment: true,

  async handle({ evidence, workspaces, clock }) {
    const at = clock();
    const since = new Date(at.getTime() - EVIDENCE_DAYS * DAY_MS);
    const { name } = await workspaces.current();
    const parts = [
      partOf("access-review", {
        title: "People and their roles",
        controls: ["SOC 2 CC6.2", "SOC 2 CC6.3", "GDPR 25", "GDPR 32"],
        columns: ["name", "email", "role", "joined"],
        rows: await evidence.people(),
        at,
      }),
      partOf("api-keys", {
        title: "API keys and their use",
        controls: ["SOC 2 CC6.1", "SOC 2 CC6.3"],
        columns: ["name", "person", "scopes", "created", "expires", "last_used", "revoked"],
        rows: await evidence.keys(),
        at,
      }),
      partOf("projects", {
        title: "Projects and who is limited to them",
        controls: ["SOC 2 CC6.1", "SOC 2 C1.1", "GDPR 25"],
        columns: ["name", "access", "members", "created"],
        rows: await evidence.projects(),
        at,
      }),
      roleMatrix(at),
      partOf("sign-ins", {
        title: `Sign-ins of ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC6.1", "SOC 2 CC7.2"],
        columns: ["day", "outcome", "count"],
        rows: await evidence.signIns(since),
        at,
      }),
      partOf("refusals", {
        title: `Calls that were refused or failed in ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC7.2", "SOC 2 CC7.3", "SOC 2 PI1.2"],
        columns: ["operation", "outcome", "error", "count", "last"],
        rows: await evidence.refusals(since),
        at,
      }),
      partOf("looks", {
        title: "Looks of platform admins into the workspace",
        controls: ["SOC 2 CC6.1", "SOC 2 CC7.4", "GDPR 32"],
        columns: ["asked", "admin", "reason", "minutes", "kind", "began", "ended", "decided_by"],
        rows: await evidence.looks(),
        at,
      }),
      partOf("sensitive", {
        title: "Marks of sensitive documents, whose openings are recorded",
        controls: ["SOC 2 C1.1", "GDPR 32"],
        columns: ["kind", "value", "by", "created"],
        rows: await evidence.marks(),
        at,
      }),
      partOf("deletions", {
        title: `Deletions and erasures of ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 C1.2", "GDPR 5", "GDPR 17"],
        columns: ["at", "operation", "actor_kind", "actor", "items"],
        rows: await evidence.deletions(since),
        at,
      }),
      partOf("changes", {
        title: `Changes of settings, members and policies in ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC8.1", "GDPR 5"],
        columns: ["at", "operation", "actor", "changes"],
        rows: await evidence.settings(since),
        at,
      }),
      partOf("releases", {
        title: "Releases of the models that decide",
        controls: ["SOC 2 CC8.1", "SOC 2 PI1.2"],
        columns: ["number", "created", "by"],
        rows: await evidence.releases(),
        at,
      }),
      partOf("sub-processors", {
        title: `Calls to outside models in ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC9.2", "GDPR 28", "GDPR 30"],
        columns: ["provider", "server", "model", "calls", "tokens", "first", "last"],
        rows: await evidence.calls(since),
        at,
        note: "The server is the address that was called. BeSunny does not know in which region a provider works.",
      }),
      nothingOf("backup-drills", {
        title: "Backup drills",
        controls: ["SOC 2 A1.2", "SOC 2 A1.3"],
        note: "BeSunny records no backup drills. Add your own.",
        at,
      }),
    ];
    return { name, parts };
  },
});
