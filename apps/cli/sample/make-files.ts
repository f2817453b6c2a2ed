// Writes the files of the sample workspace: `pnpm --filter @besunny/cli sample`. What it writes is committed.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { invoices } from "./company";
import { keyAccountsDocx, reviewMeet, weeklyVtt } from "./meetings";
import { budgetXlsx, invoiceDocx, minutesDocx, policyDocx, slidesPptx } from "./office-files";
import { amendmentPdf, encryptedPdf, invoicePdf, leasePdf, quotePdf, reportPdf } from "./pdfs";
import {
  heatingMail,
  invoiceHtml,
  letterRtf,
  projectPlan,
  quoteMail,
  receiptPng,
  ticketsCsv,
  transcript,
} from "./plain-files";

const directory = join(import.meta.dirname, "files");

const files: Record<string, string | Uint8Array> = {
  "Lease Karl-Heine-Straße 85.pdf": await leasePdf(),
  "Lease amendment No 1.pdf": await amendmentPdf(),
  "Notice Gießerstraße 12.rtf": letterRtf(),
  "Invoice Umzug Krüger 2026-0217.pdf": await invoicePdf(invoices.mover),
  "Invoice Elektro Brandt EB-1188.pdf": await invoicePdf(invoices.electrician),
  "Invoice Möbelwerk Saale RE-30455.docx": await invoiceDocx(),
  "Invoice Netzwerk Leipzig March 2026.html": invoiceHtml(),
  "Receipt Baumarkt Süd.png": await receiptPng(),
  "Minutes moving committee 2026-01-12.docx": await minutesDocx(),
  "Transcript weekly meeting 2026-03-02.txt": transcript,
  "Weekly meeting 2026-03-09.vtt": weeklyVtt,
  "Besprechung Großkunden 2026-03-12.docx": await keyAccountsDocx(),
  "Quarterly review 2026-04-22.txt": reviewMeet,
  "Quote for the move.eml": quoteMail(await quotePdf()),
  "Heating in the tasting room.eml": heatingMail(),
  "Move budget.xlsx": await budgetXlsx(),
  "All hands, the move.pptx": await slidesPptx(),
  "Project plan, the move.md": projectPlan,
  "Quarterly report Q1 2026.pdf": await reportPdf(),
  "Remote work policy.docx": await policyDocx(),
  "Support tickets Q1 2026.csv": ticketsCsv,
  "Salaries 2026.pdf": await encryptedPdf(),
};

await mkdir(directory, { recursive: true });
for (const [name, content] of Object.entries(files))
  await writeFile(join(directory, name), content);
