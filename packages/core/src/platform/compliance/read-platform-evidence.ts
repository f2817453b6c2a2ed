import type { EvidencePart } from "@besunny/reports/evidence/evidence-part";
import { z } from "zod";
import { EVIDENCE_DAYS, nothingOf, partOf, roleMatrix } from "../../compliance/contract/evidence";
import { platformQuery } from "../../operation/platform";
import { ofType } from "../../shapes";
import { daysBefore } from "../days-before";

/** Reads the parts of the platform's evidence pack. It shows nothing of documents. */
export const readPlatformEvidence = platformQuery("platform.read-platform-evidence", {
  title: "Read the platform's evidence for auditors",
  permission: "audit.readPlatform",
  input: z.object({}),
  output: ofType<EvidencePart[]>(),
  doors: [],

  async handle({ db, clock }) {
    const { evidence } = db.platform;
    const at = clock();
    const since = daysBefore(at, EVIDENCE_DAYS);
    return [
      partOf("platform-admins", {
        title: "Platform admins",
        controls: ["SOC 2 CC6.2", "SOC 2 CC6.3", "GDPR 32"],
        columns: ["name", "email", "since"],
        rows: await evidence.admins(),
        at,
      }),
      partOf("workspaces", {
        title: "Workspaces",
        controls: ["SOC 2 CC6.1"],
        columns: ["id", "name", "created", "suspended", "members"],
        rows: await evidence.workspaces(),
        at,
      }),
      roleMatrix(at),
      partOf("looks", {
        title: "Looks of platform admins into workspaces",
        controls: ["SOC 2 CC6.1", "SOC 2 CC7.4", "GDPR 32"],
        columns: ["workspace", "asked", "admin", "reason", "kind", "began", "ended"],
        rows: await evidence.looks(),
        at,
      }),
      partOf("admin-deeds", {
        title: `Calls of platform admins in ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC7.2", "SOC 2 CC8.1"],
        columns: ["operation", "outcome", "count", "last"],
        rows: await evidence.deeds(since),
        at,
      }),
      partOf("migrations", {
        title: "Migrations of the database",
        controls: ["SOC 2 CC8.1"],
        columns: ["name", "finished"],
        rows: await evidence.migrations(),
        at,
      }),
      partOf("sub-processors", {
        title: `Calls to outside models in ${EVIDENCE_DAYS} days`,
        controls: ["SOC 2 CC9.2", "GDPR 28", "GDPR 30"],
        columns: ["provider", "server", "model", "calls", "workspaces"],
        rows: await evidence.providers(since),
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
  },
});
