import { randomUUID } from "node:crypto";
import type { Files } from "@besunny/connectors/files/files";
import type { Reader } from "@besunny/reading/pool/reader";
import type { ReportFiles } from "@besunny/reports/make-report-file";
import type { ReportDocument } from "@besunny/reports/report-document";
import type { z } from "zod";

import type { ReportPreview } from "./report";

const WIDTH = 1000;

type Tools = { files: Files; reader: Reader; reportFiles: ReportFiles };

/** Returns the first page of a report's PDF as a picture. The file is gone afterwards. */
export async function firstPageOf(
  report: ReportDocument,
  { files, reader, reportFiles }: Tools,
): Promise<z.infer<typeof ReportPreview>> {
  const key = `reports/previews/${randomUUID()}.pdf`;
  await files.write(key, await reportFiles.make(report, "pdf"));
  try {
    const page = await files.withCopy(key, (path) =>
      reader.renderPage({ path, page: 1, width: WIDTH }),
    );
    const { from, to } = report.range;
    return { png: Buffer.from(page).toString("base64"), from, to, asOf: report.asOf };
  } finally {
    await files.remove(key);
  }
}
