import { createHash } from "node:crypto";
import type { EvidencePart } from "@besunny/reports/evidence/evidence-part";
import { stringify } from "csv-stringify/sync";
import { actions, allowed, roles } from "../../access/actions";
import type { Signer } from "../../context";

/** The days that counts of a pack look back over. */
export const EVIDENCE_DAYS = 90;

type Read = { cells: string[] }[];

/** Returns a part of a pack: rows of a named query, read at this time, for these controls. */
export function partOf(
  name: string,
  {
    title,
    controls,
    columns,
    rows,
    at,
    note = null,
  }: {
    title: string;
    controls: readonly string[];
    columns: readonly string[];
    rows: Read;
    at: Date;
    note?: string | null;
  },
): EvidencePart {
  return {
    ...{ name, title, note },
    controls: [...controls],
    columns: [...columns],
    rows: rows.map(({ cells }) => cells),
    query: `evidence.${name}`,
    at: at.toISOString(),
  };
}

/** Returns which role may do what, as the code decides. */
export function roleMatrix(at: Date): EvidencePart {
  return partOf("role-matrix", {
    title: "Permissions of roles",
    controls: ["SOC 2 CC6.1", "SOC 2 CC6.3", "GDPR 25", "GDPR 32"],
    columns: ["permission", ...roles],
    rows: actions.map((action) => ({
      cells: [action, ...roles.map((role) => (allowed[role].includes(action) ? "yes" : "no"))],
    })),
    at,
  });
}

/** Returns a part that says that there is nothing, and why. */
export function nothingOf(
  name: string,
  {
    title,
    controls,
    note,
    at,
  }: { title: string; controls: readonly string[]; note: string; at: Date },
): EvidencePart {
  return partOf(name, { title, controls, columns: ["note"], rows: [], at, note });
}

/** A file of a pack. */
export type EvidenceFile = { path: string; bytes: Uint8Array };

/** Returns the files of a pack: the PDF, a table for each part, and a manifest of all with its signature. */
export async function filesOf(
  about: { id: string; name: string; at: Date },
  parts: readonly EvidencePart[],
  {
    signer,
    draw,
  }: { signer: Signer; draw: (parts: readonly EvidencePart[]) => Promise<Uint8Array> },
): Promise<EvidenceFile[]> {
  const tables = parts.map((part) => ({
    path: `${part.name}.csv`,
    bytes: Buffer.from(
      stringify(
        [
          [...part.columns, "query", "read_at"],
          ...part.rows.map((row) => [...row, part.query, part.at]),
        ],
        { record_delimiter: "windows", escape_formulas: true, bom: true },
      ),
    ),
  }));
  const files = [{ path: "evidence.pdf", bytes: await draw(parts) }, ...tables];
  const manifest = JSON.stringify(
    {
      format: "besunny-evidence-1",
      about: about.id,
      name: about.name,
      madeAt: about.at.toISOString(),
      files: files.map(({ path, bytes }) => ({
        path,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })),
      parts: parts.map(({ name, title, query, at, controls, rows, note }) => ({
        ...{ name, title, query, at, controls, note },
        rows: rows.length,
      })),
    },
    null,
    2,
  );
  const signed = signer.sign(manifest);
  const pem = signer.publicKeys().find(({ id }) => id === signed.keyId)?.pem ?? null;
  return [
    ...files,
    { path: "manifest.json", bytes: Buffer.from(manifest) },
    { path: "signature.json", bytes: Buffer.from(JSON.stringify({ ...signed, publicKey: pem })) },
  ];
}
