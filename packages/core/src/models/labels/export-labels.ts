import { stringify } from "csv-stringify/sync";
import { z } from "zod";

import { flow } from "../../operation/flow";
import { listLabels } from "./list-labels";
import { recordLabelExport } from "./record-label-export";

const PAGE = 200;
const MOST_PAGES = 250;
const columns = [
  "document",
  "title",
  "field",
  "value",
  "before",
  "source",
  "place",
  "by",
  "shown_release",
  "created_at",
  "followers",
] as const;

/** Returns what people said of the documents that the caller may see as a CSV, the newest first. Records the export. */
export const exportLabels = flow("models.export-labels", {
  title: "Download what people taught as CSV",
  permission: "document.read",
  input: z.object({}),
  output: z.object({ csv: z.string() }),
  doors: ["web"],
  audit: { notAudited: "Recording the export records it." },

  async handle({ caller, signal }) {
    const parts: string[] = [];
    await recordLabelExport(caller, {});
    let cursor: string | null = null;
    let isFirst = true;
    do {
      const page: Awaited<ReturnType<typeof listLabels>> = await listLabels(caller, {
        cursor,
        limit: PAGE,
      });
      const lines = page.items.map(
        ({ document, by, createdAt, shownRelease, project, ...label }) => [
          document.id,
          document.title,
          label.field,
          project?.name ?? label.value,
          label.before,
          label.source,
          label.place,
          by?.name ?? null,
          shownRelease,
          createdAt.toISOString(),
          label.followers,
        ],
      );
      parts.push(
        stringify(isFirst ? [[...columns], ...lines] : lines, {
          record_delimiter: "windows",
          escape_formulas: true,
          bom: isFirst,
        }),
      );
      isFirst = false;
      cursor = page.nextCursor;
    } while (cursor && parts.length < MOST_PAGES && !signal?.aborted);
    return { csv: parts.join("") };
  },
});
